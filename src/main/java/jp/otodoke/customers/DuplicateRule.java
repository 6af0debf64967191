package jp.otodoke.customers;

/**
 * When two entries are the same person. The rules are tried in this order and the first match wins; each requires
 * the name (or its kana) to agree, since families share telephones, mailboxes and addresses.
 */
enum DuplicateRule {
    SAME_PHONE_AND_NAME("phone_key = :phone and phone_key <> '' and name_key = :name"),
    SAME_EMAIL_AND_NAME("email_key = :email and email_key <> '' and name_key = :name"),
    SAME_NAME_AND_ADDRESS(
            "md5(address_key) = md5(:address) and address_key = :address and (name_key = :name or (kana_key = :kana and kana_key <> ''))");

    private final String condition;

    DuplicateRule(String condition) {
        this.condition = condition;
    }

    /** Against the customer table, on indexed columns. */
    String condition() {
        return condition;
    }
}
