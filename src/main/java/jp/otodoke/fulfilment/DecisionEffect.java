package jp.otodoke.fulfilment;

/** The effect of a decision on whole orders and their payment. */
enum DecisionEffect {
    STOPS,
    CONTINUES,
    WAITS,
    REFUNDS,
    BOOKS_INCOME
}
