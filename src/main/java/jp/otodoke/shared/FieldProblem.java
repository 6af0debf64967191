package jp.otodoke.shared;

import java.io.Serializable;

/**
 * One mistake in an input.
 *
 * @param field where: a JSON path such as {@code lines[0].sku}, or a column's own name
 * @param code what kind, machine-readable: {@code required}, {@code unknown}, {@code invalid}, …
 * @param message what to tell a person
 */
public record FieldProblem(String field, String code, String message) implements Serializable {}
