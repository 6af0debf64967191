package jp.otodoke.staff;

/** What somebody may do. Code asks with {@code hasAuthority('ORDERS_EDIT')}, paths in {@code PathPermissions}. */
public enum Permission {
    /** Read orders, customers, products, stock, shipments, processes. */
    VIEW,
    /** Names, phones, addresses and mail addresses of customers; masked without it. */
    PERSONAL_VIEW,
    /** What is printed on a parcel's label. */
    PARCEL_VIEW,
    /** See personal data for a quarter of an hour, with a recorded reason. */
    PERSONAL_REVEAL,
    WORK_TASKS,
    CUSTOMERS_EDIT,
    PRODUCTS_EDIT,
    ORDERS_EDIT,
    /** Sell at a price other than the catalogue's. */
    PRICES_EDIT,
    /** Start subscriptions and do what customers wish about them. */
    SUBSCRIPTIONS_EDIT,
    /** Make the orders of due turns at once. */
    SUBSCRIPTIONS_RUN,
    IMPORTS,
    STOCK_EDIT,
    SHIPMENTS_EDIT,
    MONEY_VIEW,
    MONEY_EDIT,
    MARKETING_EDIT,
    PARTNERS_VIEW,
    /** Resolve what is stuck: incidents, messages to be resent. */
    OPERATIONS,
    INVARIANTS_VIEW,
    AUDIT_VIEW,
    /** Staff, API clients, system settings. */
    SYSTEM,
    /** The clock and the faults of a demo. */
    DEMO
}
