package jp.otodoke.payments.cards;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jp.otodoke.payments.CardResult;
import jp.otodoke.payments.CardUpdateFiles;
import jp.otodoke.payments.SentCardUpdate;
import org.springframework.stereotype.Component;

/** The updates as the agency's files see them. */
@Component
class CardUpdateExchange implements CardUpdateFiles {
    private final SendCardUpdate sendCardUpdate;
    private final BookCardUpdate bookCardUpdate;
    private final CardUpdates updates;

    CardUpdateExchange(SendCardUpdate sendCardUpdate, BookCardUpdate bookCardUpdate, CardUpdates updates) {
        this.sendCardUpdate = sendCardUpdate;
        this.bookCardUpdate = bookCardUpdate;
        this.updates = updates;
    }

    @Override
    public byte[] fetch(long id, Writer writer) {
        return sendCardUpdate.fetch(id, writer);
    }

    @Override
    public List<Long> waiting() {
        return sendCardUpdate.waiting();
    }

    @Override
    public void write(long id, Writer writer) {
        sendCardUpdate.write(id, writer);
    }

    @Override
    public void place(long id, Consumer<byte[]> folder) {
        sendCardUpdate.place(id, folder);
    }

    @Override
    public Optional<SentCardUpdate> sent(long id) {
        return updates.sent(id);
    }

    @Override
    public void require(long id) {
        updates.get(id);
    }

    @Override
    public int book(long id, String fileName, List<CardResult> results) {
        return bookCardUpdate.book(id, fileName, results);
    }
}
