-- one row per column that has texts which are not of its type
with counted as (select {counts} from {source})
unpivot counted on columns(*) into name field value texts;
