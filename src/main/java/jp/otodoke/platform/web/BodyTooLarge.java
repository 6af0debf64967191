package jp.otodoke.platform.web;

import java.io.IOException;

/** More of a body comes than is read. */
class BodyTooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    BodyTooLarge() {
        super("The body is too large");
    }
}
