package jp.otodoke.dunning;

import org.springframework.stereotype.Component;

/** A reminder by mail; where that can't reach the customer, by letter. */
@Component
class RemindByMail implements DunningAction {
    private final DunningNotices notices;
    private final DunningLetters letters;

    RemindByMail(DunningNotices notices, DunningLetters letters) {
        this.notices = notices;
        this.letters = letters;
    }

    @Override
    public DunningStepKind kind() {
        return DunningStepKind.MAIL;
    }

    @Override
    public String act(DunningCase one, long step) {
        if (notices.remind(one, step)) {
            return "reminded";
        }
        letters.toSend(one.id());
        return "letter-instead";
    }
}
