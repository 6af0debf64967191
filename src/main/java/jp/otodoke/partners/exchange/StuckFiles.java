package jp.otodoke.partners.exchange;

import jp.otodoke.inbox.Inbox;
import jp.otodoke.inbox.NewTask;
import jp.otodoke.inbox.Subject;
import jp.otodoke.shared.BilingualText;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells staff of a file that can't be taken from a partner's folder, until it is gone. */
@Component
public class StuckFiles {
    static final String TYPE = "file-stuck";

    private final Inbox inbox;

    StuckFiles(Inbox inbox) {
        this.inbox = inbox;
    }

    @Transactional
    public void found(String partner, String fileName, int attempts) {
        inbox.open(NewTask.of(
                        TYPE,
                        key(partner, fileName),
                        new Subject(PartnerSubject.KIND, partner),
                        BilingualText.of(
                                "partners.task.file-stuck", BilingualText.of("partner." + partner), fileName, attempts))
                .urgent(1));
    }

    @Transactional
    public void gone(String partner, String fileName) {
        inbox.resolve(key(partner, fileName));
    }

    private static String key(String partner, String fileName) {
        return TYPE + ":" + partner + ":" + fileName;
    }
}
