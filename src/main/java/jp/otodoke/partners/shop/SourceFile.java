package jp.otodoke.partners.shop;

import jp.otodoke.partners.exchange.FileFormat.Source;
import org.jspecify.annotations.Nullable;

/**
 * The file that orders come from.
 *
 * @param messageId its entry in the message log; null if nothing is to be stored
 */
record SourceFile(@Nullable Long messageId, String name) {
    static SourceFile of(Source source) {
        return new SourceFile(source.id(), source.fileName());
    }
}
