-- Ranges with keys in one GiST index, names with typos, names without accents. All three are trusted extensions.
create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists unaccent;
