-- What the studies vary. One without rows was kept before studies declared it, and has the factors
-- that have columns.

create table factor (
  study integer not null,
  position integer not null,       -- in the order of the study's factors, from 0
  name text not null,
  preset text not null,            -- the label of cells that leave it out; '' if none may
  primary key (study, position)
) without rowid;

create table label (
  study integer not null,
  cell integer not null,
  factor text not null,            -- the name of a factor that has no column in the table cell
  label text not null,
  primary key (study, cell, factor)
) without rowid;
