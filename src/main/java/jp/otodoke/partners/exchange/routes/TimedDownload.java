package jp.otodoke.partners.exchange.routes;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import jp.otodoke.partners.exchange.routes.AnswerDeadline.Answer;

/** A file that is read from a partner's server; only the time counts in which the server is waited for. */
class TimedDownload extends FilterInputStream {
    private final AnswerDeadline deadline;
    private final Runnable hangUp;
    private long received;
    private long waitedNanos;

    TimedDownload(InputStream file, AnswerDeadline deadline, Runnable hangUp) {
        super(file);
        this.deadline = deadline;
        this.hangUp = hangUp;
    }

    @Override
    public int read() throws IOException {
        int read = await(in::read);
        received++;
        return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = await(() -> in.read(target, offset, length));
        received += Math.max(0, read);
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        return await(() -> in.skip(bytes));
    }

    @Override
    public void close() throws IOException {
        await(() -> {
            in.close();
            return 0;
        });
    }

    private <T> T await(Answer<T> answer) throws IOException {
        long begin = System.nanoTime();
        try {
            return deadline.await(
                    deadline.millisFor(received) - TimeUnit.NANOSECONDS.toMillis(waitedNanos), hangUp, answer);
        } finally {
            waitedNanos += System.nanoTime() - begin;
        }
    }
}
