-- What trials came to whose rows are not kept, one row for each cell.

create table summary (
  study integer not null,
  cell integer not null,           -- its place in the plan, from 0
  trials text not null,            -- which trials are in it, such as 400-799 900
  content text not null,           -- their numbers, as docs/storage.md describes them
  hash integer not null,           -- checksum
  primary key (study, cell)
);
