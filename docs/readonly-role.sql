-- A role for BI tools on PostgreSQL: it reads the views and the summary tables, also those that later versions add, and writes nothing.
-- The raw texts, and the tables the job works with, are not its.
--
-- Run it after the first run of Ghirbal, in the database of Ghirbal, as a role that may create roles and owns the tables (or is a
-- superuser). Again does no harm:
--
--     psql -v ON_ERROR_STOP=1 -d news -f docs/readonly-role.sql
--
-- The role cannot log in. Give each tool a login of its own, and its password by hand, so that it stands in no file:
--
--     create role dashboards login in role ghirbal_reader;
--     alter role dashboards set default_transaction_read_only = on;
--     alter role dashboards set statement_timeout = '60s';
--     \password dashboards

do $$
declare
    -- who migrates the tables, and so makes those of later versions
    owner name := (select tableowner from pg_tables where schemaname = 'public' and tablename = 'article');
    readable name;
begin
    if owner is null then
        raise exception 'the tables of Ghirbal are not in the database %; run Ghirbal on it first', current_database();
    end if;

    if not exists (select from pg_roles where rolname = 'ghirbal_reader') then
        create role ghirbal_reader nologin nosuperuser nocreatedb nocreaterole;
    end if;

    execute format('grant connect on database %I to ghirbal_reader', current_database());
    grant usage on schema public to ghirbal_reader;

    for readable in
        select c.relname from pg_class c
        where c.relnamespace = 'public'::regnamespace
            and (c.relkind = 'v' and c.relname like 'v\_%' or c.relkind = 'r'
                and (c.relname like '%\_summary' or c.relname in ('story_by_day', 'outlet_originality', 'outlet_copies')))
    loop
        execute format('grant select on public.%I to ghirbal_reader', readable);
    end loop;

    -- PostgreSQL cannot tell views from tables here: whatever the owner makes from now on can be read
    execute format('alter default privileges for role %I in schema public grant select on tables to ghirbal_reader', owner);
end
$$;
