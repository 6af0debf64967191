package jp.otodoke.partners.cardgateway;

/** The gateway reports that it has not accepted the call; the same call may be repeated. */
class GatewayBusy extends RuntimeException {
    GatewayBusy(int status) {
        super("The card gateway answers " + status);
    }
}
