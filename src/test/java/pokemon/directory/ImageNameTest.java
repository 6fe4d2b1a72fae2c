package pokemon.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalInt;
import org.junit.jupiter.api.util.DefaultLocale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ImageNameTest {
    @ParameterizedTest
    @CsvSource({"1, 001.png", "25, 025.png", "1025, 1025.png", "999999999, 999999999.png"})
    @DefaultLocale("ar-EG-u-nu-arab")
    void hasAtLeastThreeDigits(int id, String name) {
        assertEquals(name, ImageName.of(id));
        assertEquals(OptionalInt.of(id), ImageName.id(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7.png",
                "07.png",
                "+07.png",
                "0007.png",
                "000.png",
                "001.PNG",
                "001.png.tmp",
                "1234567890.png",
                "\u0660\u0660\u0661.png"
            })
    void isNothingElse(String name) {
        assertEquals(OptionalInt.empty(), ImageName.id(name));
    }
}
