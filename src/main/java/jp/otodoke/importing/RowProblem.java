package jp.otodoke.importing;

/**
 * One mistake in a file.
 *
 * @param line the physical line on which the record starts; the header is line 1
 * @param field the column's own name; empty if the whole line is meant
 */
public record RowProblem(long line, String field, String code, String message) {}
