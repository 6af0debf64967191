package jp.otodoke.partners.exchange.routes;

/** The file ends too early and may still be uploading; it stays in place until it is longer or has clearly ended. */
public class IncompleteFile extends RuntimeException {
    IncompleteFile(String fileName) {
        super(fileName + " may still be growing");
    }
}
