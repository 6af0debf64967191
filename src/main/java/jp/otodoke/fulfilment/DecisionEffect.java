package jp.otodoke.fulfilment;

/** The effect of a decision on whole orders and their payment. */
enum DecisionEffect {
    STOPS,
    GOES_ON,
    WAITS,
    PAYS_BACK,
    BOOKS_INCOME
}
