package org.headroom.layers.format.shapefile;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

    /** Names that say only that the writer's own machine had some set. */
    private static final Set<String> SILENT = Set.of("SYSTEM", "ANSI", "OEM", "NONE", "UNKNOWN");

    /** How names of sets that Java has under other names may be written, without signs between their parts. */
    private static final Map<String, String> OTHERS = Map.of(
            "LATIN1", "ISO-8859-1",
            "LATIN9", "ISO-8859-15",
            "SJIS", "windows-31j",
            "SHIFTJIS", "windows-31j",
            "932", "windows-31j",
            "936", "GBK",
            "949", "x-windows-949",
            "950", "Big5",
            "65001", "UTF-8");

    /** The set named in a {@code .cpg} file, such as UTF-8, 65001, ANSI 1252 or 88591; null when the name says nothing. */
    static @Nullable Charset named(String cpg) throws SourceException {
        String name = cpg.strip()
                .replaceAll("[\"']", "")
                .toUpperCase(Locale.ROOT)
                .lines()
                .findFirst()
                .orElse("")
                .replaceFirst("^(ANSI|OEM|CP|MS|WINDOWS|IBM|CODEPAGE|CODE PAGE)[ _-]?(?=\\d)", "")
                .strip();
        if (SILENT.contains(name)) {
            return null;
        }
        String bare = name.replaceAll("[ _-]", "");
        if (bare.matches("LDID/\\d{1,3}")) {
            return ofDriver(Integer.parseInt(bare.substring(5)));
        }
        if (OTHERS.containsKey(bare)) {
            return Charset.forName(OTHERS.get(bare));
        }
        if (bare.matches("(ISO)?8859\\d{1,2}")) {
            name = "ISO-8859-" + bare.substring(bare.indexOf("8859") + 4);
        }
        for (String candidate : List.of(name, bare, "windows-" + name, "IBM" + name)) {
            try {
                return Charset.forName(candidate);
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                continue;
            }
        }
        String shown = cpg.length() > 40 ? cpg.substring(0, 40) + "..." : cpg;
        throw new SourceException(
                "has a .cpg that names an unknown character set \"" + shown + "\"", "Give source.encoding.");
    }

    /** The set of a dBASE language driver id; null when the id says nothing. */
    static @Nullable Charset ofDriver(int id) {
        String name = DRIVERS.get(id);
        return name == null || !Charset.isSupported(name) ? null : Charset.forName(name);
    }
}
