package jp.otodoke.payments;

import java.time.LocalDate;
import jp.otodoke.shared.Yen;

/**
 * What is overdue of a statement invoice.
 *
 * @param dueBy the last day by which it was to be paid
 * @param open what is open of all orders on it
 */
public record DueStatement(StatementNumber number, LocalDate dueBy, Yen open) {}
