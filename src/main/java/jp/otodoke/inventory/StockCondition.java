package jp.otodoke.inventory;

/** In which condition goods are; only good ones are sold. */
public enum StockCondition {
    GOOD,
    OPENED,
    DAMAGED
}
