package jp.otodoke.partners.exchange.routes;

/** A server on this machine that stands in for partners without an address of their own; there is none in production. */
public interface LocalPartnerServer {
    PartnerAddress addressOf(String partner);
}
