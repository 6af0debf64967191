package jp.otodoke.fulfilment;

/** What a decision does to whole orders and their money. */
enum DecisionEffect {
    STOPS,
    GOES_ON,
    WAITS,
    PAYS_BACK,
    BOOKS_INCOME
}
