package jp.otodoke.partners.exchange.routes;

/** A server on this machine that stands in for partners without an address of their own; production has none. */
public interface LocalPartnerServer {
    PartnerAddress addressOf(String partner);
}
