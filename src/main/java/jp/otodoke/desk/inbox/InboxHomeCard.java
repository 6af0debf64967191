package jp.otodoke.desk.inbox;

import java.util.List;
import java.util.Set;
import jp.otodoke.platform.pages.Formats;
import jp.otodoke.platform.pages.HomeCard;
import jp.otodoke.platform.pages.HomeCard.Figure;
import jp.otodoke.platform.pages.HomeCardSource;
import org.springframework.stereotype.Component;

/** The tasks that wait for a decision. */
@Component
class InboxHomeCard implements HomeCardSource {
    private final MyInbox mine;
    private final Formats formats;

    InboxHomeCard(MyInbox mine, Formats formats) {
        this.mine = mine;
        this.formats = formats;
    }

    @Override
    public List<HomeCard> cards() {
        return List.of(new HomeCard(10, "inbox", "inbox", Set.of("VIEW"), this::open));
    }

    private Figure open() {
        var counts = mine.counts();
        return Figure.of("/inbox", formats.number(counts.waiting()), counts.waiting() == 0)
                .explained(counts.late(), counts.assigned())
                .late(counts.late() > 0);
    }
}
