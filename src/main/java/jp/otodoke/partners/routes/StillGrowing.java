package jp.otodoke.partners.routes;

/** A file ends too early and may still be growing; it stays where it is until it is longer or has clearly ended. */
public class StillGrowing extends RuntimeException {
    StillGrowing(String fileName) {
        super(fileName + " may still be growing");
    }
}
