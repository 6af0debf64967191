package jp.otodoke.catalog;

public enum ProductKind {
    GOODS,
    SET,
    INSERT,
    NEWSLETTER,
    SERVICE
}
