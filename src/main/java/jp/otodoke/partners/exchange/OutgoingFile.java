package jp.otodoke.partners.exchange;

import java.util.List;
import java.util.Set;

/**
 * The content of a file to be sent.
 *
 * @param records how many records it carries; with none there is nothing to send
 * @param references the numbers by which the file can later be found
 * @param notes what had to be changed for the partner, such as characters its encoding lacks
 */
public record OutgoingFile(byte[] content, int records, Set<String> references, List<String> notes) {}
