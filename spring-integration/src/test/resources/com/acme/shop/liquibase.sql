--liquibase formatted sql

--changeset acme:1
create table changed(id int);
