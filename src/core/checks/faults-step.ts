// What errors of single instructions mean: their arguments, flags and variables.

import type { Explained } from './faults';

export const STEP_FAULTS: readonly Explained[] = [
  [
    /is not allowed to be unset/,
    'The ? in the variable says that the build must not go on without a value. Pass it with --build-arg, or give the ARG a default.',
  ],
  [
    /unsupported modifier/,
    'Docker knows only some of what a shell can do inside ${…}: a default ${v:-x}, an alternative ${v:+x}, a must ${v:?x}, and cutting and replacing with #, ##, %, %%, / and //.',
  ],
  [/missing '\/' in/, 'Replacing takes two slashes: ${path/old/new}.'],
  [
    /bad substitution/,
    'Inside ${…} stands one variable name, perhaps with a modifier. For a brace as such put a backslash before the $.',
  ],
  [
    /syntax error: missing '}'/,
    'The variable is not closed before the word ends. Words end at blanks: put quotes around the whole if the text inside has any.',
  ],
  [
    /unexpected end of statement while looking for matching (\S+)/,
    'A quote is opened and not closed on this line. Close it, or put a backslash before it if the character itself is meant.',
  ],
  [
    /^failed to process/,
    'The variable refuses to be replaced: it must have a value and has none. Pass it with --build-arg, or give the ARG a default.',
  ],
  [
    /can't find = in "#"/,
    'Docker takes the # and what follows as further arguments: comments stand on lines of their own. Move the comment above.',
  ],
  [/can't find = in ("[^"]*")/, 'ENV and LABEL take pairs name=value, and $1 is none. Values with blanks need quotes.'],
  [/(ENV|LABEL) must have two arguments/, '$1 needs a name and a value: $1 NAME=value.'],
  [/(\w+) names can not be blank/, 'There is nothing before the =. Write $1 NAME=value.'],
  [
    /unknown flag: (\S+).*did you mean (\S+?)\?/,
    'This instruction has no flag $1. It is close to --$2, which may be what is meant.',
  ],
  [
    /unknown flag: (\S+)/,
    'This instruction has no flag $1. Words that begin with -- before the arguments are taken for flags.',
  ],
  [/missing a value on flag: (\S+)/, 'The flag takes a value behind =, without a blank: $1=value.'],
  [/[Dd]uplicate flag specified: (\S+)/, '$1 may be given once.'],
  [/expecting boolean value for flag (\S+)/, '$1 takes true or false, or nothing at all.'],
  [
    /requires at least two arguments.*Destination/,
    'Files need a source and a destination, in this order: COPY source destination. The last word is always the destination.',
  ],
  [
    /cannot accept a heredoc as a destination/,
    'The last word is the destination, so a text that begins with << must stand before it: COPY <<EOF /etc/app.conf.',
  ],
  [/(\w+) requires at least one argument/, '$1 alone says nothing. Give it an argument.'],
  [/(\w+) requires exactly one argument/, '$1 alone says nothing. Give it an argument.'],
  [
    /arrays must be comprised of strings only/,
    'The list in [ ] is JSON: every part is text in double quotes, numbers too.',
  ],
  [/requires the arguments to be in JSON form/, 'SHELL takes a list: SHELL ["/bin/bash", "-c"].'],
  [
    /source can't be a URL for COPY/,
    'COPY takes files of the build context or of another stage. ADD can fetch a URL; RUN curl can too.',
  ],
  [
    /checksum requires/,
    'A checksum can be verified only for what ADD fetches from the network. Leave --checksum out for files of the build context.',
  ],
  [
    /unsupported digest|invalid checksum|checksum/,
    'A checksum is written algorithm:digest: sha256: and 64 hexadecimal digits.',
  ],
  [
    /invalid chmod parameter|^invalid syntax$/,
    'Permissions are an octal number such as 755, or letters such as u=rwX,go=rX.',
  ],
  [
    /invalid containerPort: #/,
    'Docker takes the # and what follows as further ports: comments stand on lines of their own. Move the comment above.',
  ],
  [
    /invalid containerPort|invalid hostPort|invalid port|no port specified/,
    'A port is a number from 0 to 65535, or a range such as 8000-8010, perhaps with /tcp or /udp.',
  ],
  [/invalid proto/, 'Behind the slash stands the protocol: tcp, udp or sctp.'],
  [/HEALTHCHECK NONE takes no arguments/, 'NONE switches off the health check of the base image and stands alone.'],
  [
    /Unknown type ("[^"]*") in HEALTHCHECK/,
    'HEALTHCHECK takes CMD and a command, or NONE. Options such as --interval=30s stand before CMD.',
  ],
  [/Missing command after HEALTHCHECK CMD/, 'Say what to run: HEALTHCHECK CMD curl -f http://localhost/.'],
  [
    /cannot be less than 1ms/,
    'A time is a number with its unit: 30s, 1m30s. Without a unit or below a millisecond it is refused.',
  ],
  [
    /VOLUME specified can not be an empty string/,
    'VOLUME needs a path, and after the variables are replaced nothing is left. Give the variable a value with ENV or ARG.',
  ],
  [
    /Chaining ONBUILD/,
    'ONBUILD keeps an instruction for the image built on this one, and that instruction cannot be ONBUILD again.',
  ],
  [
    /isn't allowed as an ONBUILD trigger/,
    'ONBUILD cannot keep FROM or MAINTAINER: the image built on this one has its own.',
  ],
  [/unsupported mount type/, 'A mount is bind, cache, tmpfs, secret or ssh.'],
  [/invalid cache sharing set for/, 'sharing= belongs to type=cache only.'],
  [/one of source, target required/, 'Say which secret: --mount=type=secret,id=name.'],
  [/invalid mount target "\/"/, 'A mount would hide the whole root folder. Choose a folder for target=.'],
  [/invalid network mode/, '--network takes default, none or host.'],
  [/security .* is not valid/, '--security takes sandbox or insecure.'],
  [
    /invalid (field|value|key)|unexpected key|must be a key=value pair/,
    'The parts of --mount are name=value, parted by commas without blanks: --mount=type=cache,target=/root/.cache.',
  ],
];
