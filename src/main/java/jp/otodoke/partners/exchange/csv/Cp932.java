package jp.otodoke.partners.exchange.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import jp.otodoke.partners.exchange.FileRefused;
import jp.otodoke.shared.BilingualText;

/** The character set of partners' files (Windows-31J, "Shift_JIS" as Japanese businesses use it). */
public final class Cp932 {
    public static final Charset CHARSET = Charset.forName("windows-31j");

    private Cp932() {}

    /** @throws FileRefused when the bytes are something else */
    public static String decode(byte[] content) {
        if (looksLikeUtf8(content)) {
            throw new FileRefused(
                    "wrong-encoding",
                    BilingualText.of(
                            "文字コードがUTF-8です。CP932（Shift_JIS）で送り直してください。",
                            "The text is UTF-8. It has to be sent in CP932 (Shift_JIS)."));
        }
        try {
            var text = strictly(content, CHARSET);
            int control = firstControl(text);
            if (control >= 0) {
                throw new FileRefused(
                        "wrong-encoding",
                        BilingualText.of(
                                "制御文字(0x%02X)があります。CP932（Shift_JIS）で送り直してください。",
                                "There is a control character (0x%02X). It has to be sent in CP932 (Shift_JIS).",
                                (int) text.charAt(control)));
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new FileRefused(
                    "wrong-encoding",
                    BilingualText.of(
                            "CP932（Shift_JIS）として読めない文字があります。CP932で送り直してください。",
                            "There are characters that can't be read as CP932 (Shift_JIS). It has to be sent in CP932."));
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
