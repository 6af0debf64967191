package jp.otodoke.dunning;

import org.springframework.stereotype.Component;

/** A letter to be printed and posted. */
@Component
class RemindByLetter implements DunningAction {
    private final DunningLetters letters;

    RemindByLetter(DunningLetters letters) {
        this.letters = letters;
    }

    @Override
    public DunningStepKind kind() {
        return DunningStepKind.LETTER;
    }

    @Override
    public String act(DunningCase one, long step) {
        letters.toSend(one.id());
        return "letter";
    }
}
