package jp.otodoke.demo.sftp;

/** Knows which partners' servers are down for now; asked at every sign-in. */
public interface DeadPartners {
    /** @param partner the user name */
    boolean isDead(String partner);
}
