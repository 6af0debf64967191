package jp.otodoke.partners.warehouse;

/** Constants of the exchange with the warehouse. */
final class WarehouseExchange {
    static final String SHIP = "SHIP";
    static final String CANCEL = "CANCEL";
    static final String REVISION = "revision";
    static final String REQUEST = "request";
    static final String REASON = "reason";

    private WarehouseExchange() {}

    /** Whether a file name has the form of this type: {@code TYPE_yyyyMMddHHmmss_seq.csv}. */
    static boolean named(String type, String fileName) {
        return fileName.matches(type + "_[^/\\\\]*\\.(?i:csv)");
    }
}
