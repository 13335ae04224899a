create table migrated(id int);
insert into migrated(id) values (1);
