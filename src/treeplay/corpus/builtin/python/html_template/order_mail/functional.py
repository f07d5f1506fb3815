import program

assert program.order_mail(["cup", "tea pot"]) == "<ul><li>cup</li><li>tea pot</li></ul>"
