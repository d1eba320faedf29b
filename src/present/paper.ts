// How a talk goes to paper.

export type Paper = 'pages' | 'contact-sheet';
