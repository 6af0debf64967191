-- The articles of sets stand at the lines of orders now.

drop table set_part;
