package jp.otodoke.demo.sftp;

/** Knows which partners' servers are down at the moment; checked at every login. */
public interface DeadPartners {
    /** @param partner the user name */
    boolean isDead(String partner);
}
