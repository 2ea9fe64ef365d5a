-- Version 2 knows how training proceeds. What was stored before was trained in the plain way.

alter table cell add column batches text not null default 'full';
alter table cell add column schedule text not null default 'constant';
alter table cell add column clipping text not null default 'none';
alter table cell add column weight_decay text not null default 'none';
