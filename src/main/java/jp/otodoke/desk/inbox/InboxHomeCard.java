package jp.otodoke.desk.inbox;

import java.util.List;
import java.util.Set;
import jp.otodoke.inbox.InboxCounts;
import jp.otodoke.platform.pages.Formats;
import jp.otodoke.platform.pages.HomeCard;
import jp.otodoke.platform.pages.HomeCard.Figure;
import jp.otodoke.platform.pages.HomeCardSource;
import org.springframework.stereotype.Component;

/** The tasks that wait for a decision. */
@Component
class InboxHomeCard implements HomeCardSource {
    private final InboxCounts counts;
    private final MyInbox mine;
    private final Formats formats;

    InboxHomeCard(InboxCounts counts, MyInbox mine, Formats formats) {
        this.counts = counts;
        this.mine = mine;
        this.formats = formats;
    }

    @Override
    public List<HomeCard> cards() {
        return List.of(new HomeCard(10, "inbox", "inbox", Set.of("VIEW"), this::open));
    }

    private Figure open() {
        var figures = counts.of(mine.groups(), mine.me());
        return Figure.of("/inbox", formats.number(figures.open()), figures.open() == 0)
                .explained(figures.late(), figures.mine())
                .late(figures.late() > 0);
    }
}
