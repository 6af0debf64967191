package jp.otodoke.platform.export;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file being written, headings first. Closing it flushes the rest. */
interface Sheet extends Closeable {
    void row(List<@Nullable Object> cells) throws IOException;
}
