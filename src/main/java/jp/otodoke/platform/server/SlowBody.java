package jp.otodoke.platform.server;

import org.apache.coyote.BadRequestException;

/** A body that comes too slowly, or from an address that keeps too many threads waiting; the connection is closed. */
class SlowBody extends BadRequestException {
    private static final long serialVersionUID = 1L;

    SlowBody(String why) {
        super(why);
    }
}
