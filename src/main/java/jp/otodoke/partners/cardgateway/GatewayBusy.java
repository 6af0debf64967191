package jp.otodoke.partners.cardgateway;

/** The gateway says that it has not taken the call; the same one may be made again. */
class GatewayBusy extends RuntimeException {
    GatewayBusy(int status) {
        super("The card gateway answers " + status);
    }
}
