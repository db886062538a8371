-- From when on it is told of what happens there; by Redmine's clock. Unknown of what was read before there was this column.
alter table redmine_place add column began timestamp with time zone;
