package jp.otodoke.platform.data;

/**
 * Rows that a module is asked to write into a table of its own in one statement, as for demo data.
 *
 * @param columns names of the table's columns, separated by commas
 * @param query answers the rows, in the order of the columns
 */
public record BulkRows(String columns, String query) {}
