package io.ghirbal.nlp.story;

/** Short articles written for the tests: one happening told by several outlets, and what only looks like it. */
final class WrittenArticles {
    /** A report of an agency. */
    static final Written FERRY = new Written("غرق عبارة قبالة جزيرة المرجان ومقتل 14 شخصا", """
            قال خفر السواحل إن عبارة تحمل 63 راكبا غرقت فجر الأربعاء قبالة جزيرة المرجان بعد أن اصطدمت بصخور، ما أسفر عن مقتل 14 شخصا.
            وأضاف المتحدث باسم خفر السواحل العقيد نديم الصالحي أن زوارق الإنقاذ انتشلت 41 ناجيا، وأن البحث مستمر عن ثمانية مفقودين.
            وكانت العبارة "نجمة الجنوب" قد غادرت ميناء رأس العين عند منتصف الليل في رحلة تستغرق عادة أربع ساعات.
            وذكر ناجون أن المياه دخلت من المقدمة، وأن القبطان أمر بإنزال القوارب بعد ربع ساعة من الاصطدام.
            وأغلقت سلطات الميناء الخط البحري حتى إشعار آخر، وفتحت النيابة تحقيقا في الحادث.
            وتعود ملكية العبارة إلى شركة محلية تشغل ثلاث سفن على هذا الخط منذ عام 1998.
            وشهدت المنطقة حادثا مماثلا قبل ستة أعوام، حين جنحت سفينة شحن دون أن يسقط ضحايا.
            """);

    /** The same report in another paper: a headline of its own, a dateline, and the last paragraphs cut. */
    static final Written FERRY_COPIED = new Written(
            "فاجعة في البحر: 14 قتيلا وثمانية مفقودين",
            "رأس العين (وكالات) - "
                    + FERRY.body()
                            .lines()
                            .limit(5)
                            .reduce((a, b) -> a + "\n" + b)
                            .orElseThrow());

    /** The same happening in words of a correspondent, with the same names and numbers. */
    static final Written FERRY_RETOLD =
            new Written("عشرات الناجين ومقتل 14 في غرق العبارة \"نجمة الجنوب\" قبالة المرجان", """
            لقي 14 شخصا مصرعهم عندما غرقت العبارة "نجمة الجنوب" قرب جزيرة المرجان يوم الأربعاء، وكان على متنها 63 راكبا.
            وتمكنت فرق الإنقاذ من سحب 41 ناجيا من الماء، بحسب العقيد نديم الصالحي من خفر السواحل.
            وروى أحد العائدين من الرحلة لمراسلنا كيف تشبث بلوح خشبي ثلاث ساعات قبل وصول أول زورق.
            واحتشد أقارب المسافرين أمام ميناء رأس العين بحثا عن أسماء ذويهم في القوائم المعلقة على البوابة.
            """);

    /** What somebody else says and does about it. */
    static final Written FERRY_REACTION = new Written("نقابة البحارة تطالب باستقالة وزير النقل", """
            طالبت نقابة البحارة، الجمعة، وزير النقل بالاستقالة، ودعت إلى إضراب شامل في الموانئ مطلع الأسبوع المقبل.
            وقالت النقابة في بيان إن الوزارة تجاهلت تقاريرها عن تقادم السفن ونقص أطواق النجاة على الخطوط الداخلية.
            ونددت برفع رسوم الترخيص مرتين في عام واحد، مؤكدة أن أعضاءها لن يعودوا إلى العمل قبل فتح حوار جاد.
            ويأتي البيان بعد يومين من غرق عبارة قبالة جزيرة المرجان، وهو الحادث الذي أودى بحياة 14 شخصا.
            """);

    /** A bulletin of a bank as it stands in a paper each Sunday. */
    static final Written RATES = rates("الأحد 4 مارس", "17.62", "17.72", "21.68", "21.83", "24.29", "24.46");

    /** A week later: the same form with other rates. */
    static final Written RATES_A_WEEK_LATER =
            rates("الأحد 11 مارس", "17.59", "17.69", "21.64", "21.79", "24.35", "24.52");

    /** An article, its headline and its body. */
    record Written(String title, String body) {
        ComparableText text() {
            return ComparableText.of(title, body);
        }

        StoryText on(long day, String id, String outlet) {
            return new StoryText(id, outlet, day, text());
        }
    }

    private WrittenArticles() {}

    private static Written rates(String day, String... rates) {
        return new Written("أسعار العملات اليوم " + day, """
                استقرت أسعار العملات الأجنبية أمام العملة المحلية في بداية تعاملات اليوم %s، وفق شاشات أكبر المصارف.
                وسجل سعر الدولار %s للشراء و%s للبيع، وسجل سعر اليورو %s للشراء و%s للبيع.
                وسجل سعر الجنيه الإسترليني %s للشراء و%s للبيع.
                وتحدد المصارف أسعارها وفق العرض والطلب منذ تحرير سعر الصرف، وتنشرها على مواقعها صباح كل يوم.
                وينصح المتعاملون بمراجعة فروع المصارف قبل إجراء أي عملية، لأن الأسعار تتغير خلال اليوم.
                """.formatted(
                        day, rates[0], rates[1], rates[2], rates[3], rates[4], rates[5]));
    }
}
