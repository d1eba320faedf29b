// Step 3 of the walk: how a layer says that it holds files of an earlier layer once more, only changed in owner or mode.
// The words stand before the reason the files had; whoever copies the files goes by that one.

export const AGAIN = 'Stored again';

const PREFIX = /^Stored again: [^.]*\. ?/;

export const isStoredAgain = (reason: string): boolean => PREFIX.test(reason);

/** Said of files of an earlier layer that were moved. */
export const MOVED = ' Moving files of an earlier layer stores them again.';

/** The reason the files had before. */
export const plain = (reason: string): string => reason.replace(PREFIX, '').replace(MOVED, '');
