package org.headroom.layers.format.shapefile;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.headroom.layers.format.SourceException;
import org.jspecify.annotations.Nullable;

/** Character sets as {@code .cpg} files and dBASE headers name them. */
final class CodePages {
    /** Language driver ids of dBASE (ESRI, "Code page support", 2014). */
    private static final Map<Integer, String> DRIVERS = Map.ofEntries(
            Map.entry(0x01, "IBM437"),
            Map.entry(0x02, "IBM850"),
            Map.entry(0x03, "windows-1252"),
            Map.entry(0x08, "IBM865"),
            Map.entry(0x13, "windows-31j"),
            Map.entry(0x26, "IBM866"),
            Map.entry(0x4D, "GBK"),
            Map.entry(0x4E, "EUC-KR"),
            Map.entry(0x4F, "Big5"),
            Map.entry(0x58, "windows-1252"),
            Map.entry(0x59, "windows-1252"),
            Map.entry(0x64, "IBM852"),
            Map.entry(0x65, "IBM866"),
            Map.entry(0x7B, "windows-31j"),
            Map.entry(0x7D, "windows-1255"),
            Map.entry(0x7E, "windows-1256"),
            Map.entry(0xC8, "windows-1250"),
            Map.entry(0xC9, "windows-1251"),
            Map.entry(0xCA, "windows-1254"),
            Map.entry(0xCB, "windows-1253"),
            Map.entry(0xCC, "windows-1257"));

    private CodePages() {}

    /** The set named in a {@code .cpg} file, such as UTF-8, 65001, ANSI 1252 or 88591. */
    static Charset named(String cpg) throws SourceException {
        String name = cpg.strip().toUpperCase(Locale.ROOT).replaceFirst("^(ANSI|OEM|CP)[ -]?(?=\\d)", "");
        if (name.equals("65001")) {
            return StandardCharsets.UTF_8;
        }
        if (name.matches("8859\\d{1,2}")) {
            return Charset.forName("ISO-8859-" + name.substring(4));
        }
        for (String candidate : List.of(name, "windows-" + name, "IBM" + name)) {
            try {
                return Charset.forName(name.equals("936") ? "GBK" : candidate);
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                continue;
            }
        }
        throw new SourceException(
                "has a .cpg that names an unknown character set \"" + cpg + "\"", "Give source.encoding.");
    }

    /** The set of a dBASE language driver id; null when the id says nothing. */
    static @Nullable Charset ofDriver(int id) {
        String name = DRIVERS.get(id);
        return name == null || !Charset.isSupported(name) ? null : Charset.forName(name);
    }
}
