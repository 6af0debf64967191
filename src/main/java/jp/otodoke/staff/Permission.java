package jp.otodoke.staff;

/** What somebody may do. Pages ask with {@code hasAuthority('ORDERS_EDIT')}, addresses in {@code Addresses}. */
public enum Permission {
    /** Read orders, customers, products, stock, shipments, processes. */
    VIEW,
    /** Names, phones, addresses and mail addresses of customers; masked without it. */
    PERSONAL_VIEW,
    /** What stands on the label of a parcel. */
    PARCEL_VIEW,
    /** See personal data for a quarter of an hour, with a reason that is kept. */
    PERSONAL_REVEAL,
    WORK_TASKS,
    CUSTOMERS_EDIT,
    PRODUCTS_EDIT,
    ORDERS_EDIT,
    /** Sell at another price than the catalogue's. */
    PRICES_EDIT,
    IMPORTS,
    STOCK_EDIT,
    SHIPMENTS_EDIT,
    MONEY_VIEW,
    MONEY_EDIT,
    MARKETING_EDIT,
    PARTNERS_VIEW,
    /** Mend what is stuck: incidents, messages to be sent again. */
    OPERATIONS,
    INVARIANTS_VIEW,
    AUDIT_VIEW,
    /** Staff, API clients, the machine itself. */
    SYSTEM,
    /** The clock and the faults of a demo. */
    DEMO
}
