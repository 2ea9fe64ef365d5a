-- Who computes which part of a study just now, where several processes run it.

create table if not exists lease (
  study integer not null,
  share integer not null,          -- the part, from 0
  holder integer not null,         -- its place in the lock file, which it has while it lives
  process text not null,           -- its name for people
  ends integer not null,           -- milliseconds since 1970, unless it is renewed before
  primary key (study, share)
) without rowid;
