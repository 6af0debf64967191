package jp.otodoke.partners.exchange.routes;

/** A file ends too early and may still be growing; it stays where it is until it is longer or has clearly ended. */
public class IncompleteFile extends RuntimeException {
    IncompleteFile(String fileName) {
        super(fileName + " may still be growing");
    }
}
