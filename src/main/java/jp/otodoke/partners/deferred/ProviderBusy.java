package jp.otodoke.partners.deferred;

/** The provider says that it has not taken the call; the same call may be repeated. */
class ProviderBusy extends RuntimeException {
    ProviderBusy(int status) {
        super("The provider of deferred payment answers " + status);
    }
}
