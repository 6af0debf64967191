package jp.otodoke.partners.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import jp.otodoke.partners.FileRefused;
import jp.otodoke.shared.Words;

/** The character set of partners' files (Windows-31J, "Shift_JIS" as Japanese businesses use it). */
public final class Cp932 {
    public static final Charset CHARSET = Charset.forName("windows-31j");

    private Cp932() {}

    /** @throws FileRefused when the bytes are something else */
    public static String decode(byte[] content) {
        if (looksLikeUtf8(content)) {
            throw new FileRefused("wrong-encoding", Words.of("partners.refused.utf-8"));
        }
        try {
            var text = strictly(content, CHARSET);
            int control = firstControl(text);
            if (control >= 0) {
                throw new FileRefused(
                        "wrong-encoding", Words.of("partners.refused.control-character", (int) text.charAt(control)));
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new FileRefused("wrong-encoding", Words.of("partners.refused.not-cp932"));
        }
    }

    /**
     * Many UTF-8 texts can be read as CP932, giving nonsense. What is valid UTF-8 with characters of three bytes, as
     * kana and kanji have there, is never meant as CP932.
     */
    private static boolean looksLikeUtf8(byte[] content) {
        if (allAscii(content)) {
            return false;
        }
        try {
            return strictly(content, StandardCharsets.UTF_8).codePoints().anyMatch(c -> c >= 0x800);
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean allAscii(byte[] content) {
        for (byte b : content) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    private static int firstControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\r' && c != '\n' && c != '\t') {
                return i;
            }
        }
        return -1;
    }

    private static String strictly(byte[] content, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(content))
                .toString();
    }
}
