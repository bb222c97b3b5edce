<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>AboutSection</name>
    <message>
        <source>柜台助手</source>
        <translation>Counter Aid</translation>
    </message>
    <message>
        <source>版本</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>核对清单</source>
        <translation>Checklists</translation>
    </message>
    <message>
        <source>每一页右上角的问号和 {key} 键都打开那一页的帮助。</source>
        <translation>The question mark at the top right of every page, and {key}, open that page&apos;s help.</translation>
    </message>
    <message>
        <source>再看一遍入门引导</source>
        <translation>See the introduction again</translation>
    </message>
    <message>
        <source>遇到问题：做诊断文件</source>
        <translation>Trouble? Make a diagnostics file</translation>
    </message>
    <message>
        <source>用到的开源部件和许可</source>
        <translation>Open-source parts and their licences</translation>
    </message>
    <message>
        <source>值班台发布的第 {n} 版</source>
        <translation>Version {n}, published by the duty desk</translation>
    </message>
    <message>
        <source>随程序带来的</source>
        <translation>As shipped with this program</translation>
    </message>
</context>
<context>
    <name>AcceptanceEnd</name>
    <message>
        <source>这一件怎么办了</source>
        <translation>What became of this parcel</translation>
    </message>
</context>
<context>
    <name>ActivationForm</name>
    <message>
        <source>启用码</source>
        <translation>Activation code</translation>
    </message>
    <message>
        <source>由值班台发给您本人</source>
        <translation>The duty desk gives it to you in person</translation>
    </message>
    <message>
        <source>自己定一个口令</source>
        <translation>Choose a PIN</translation>
    </message>
    <message>
        <source>4 到 8 位数字，不要告诉别人</source>
        <translation>4 to 8 digits; tell nobody</translation>
    </message>
    <message>
        <source>再输一遍</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>启用并登录</source>
        <translation>Activate and sign in</translation>
    </message>
    <message>
        <source>请填写值班台给您的启用码。</source>
        <translation>Enter the activation code from the duty desk.</translation>
    </message>
    <message>
        <source>口令要 4 到 8 位数字，请重填。</source>
        <translation>The PIN needs 4 to 8 digits; enter it again.</translation>
    </message>
    <message>
        <source>两次口令不一样，请重填。</source>
        <translation>The two PINs differ; enter them again.</translation>
    </message>
</context>
<context>
    <name>AlertReviewPage</name>
    <message>
        <source>核对后提交</source>
        <translation>Check and send</translation>
    </message>
    <message>
        <source>警方最先要知道的排在最前面。</source>
        <translation>What the police need first comes first.</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>{0} · 警方最先要知道的排在最前面。</source>
        <translation>{0} · What the police need first comes first.</translation>
    </message>
    <message>
        <source>回去补上</source>
        <translation>Go back and fill it in</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>填好的内容都还在。</source>
        <translation>Everything you entered is still here.</translation>
    </message>
</context>
<context>
    <name>AssessmentPanel</name>
    <message>
        <source>这些话先不说</source>
        <translation>Better left unsaid</translation>
    </message>
    <message>
        <source>规定怎么说</source>
        <translation>What the rules say</translation>
    </message>
    <message>
        <source>官方渠道</source>
        <translation>Official channels</translation>
    </message>
    <message numerus="yes">
        <source>{n} 分</source>
        <translation>
            <numerusform>{n} point</numerusform>
            <numerusform>{n} points</numerusform>
        </translation>
    </message>
    <message>
        <source>照常接待</source>
        <translation>Serve as usual</translation>
    </message>
    <message>
        <source>可以说：{yes}</source>
        <translation>Say instead: {yes}</translation>
    </message>
    <message>
        <source>眼下的判断</source>
        <translation>So far</translation>
    </message>
    <message>
        <source>知道的还少，先按看到的算；再看几条会更准。</source>
        <translation>Not much to go on yet; a few more answers will help.</translation>
    </message>
    <message>
        <source>可以这样说</source>
        <translation>You could say</translation>
    </message>
    <message>
        <source>给客人看的提示卡</source>
        <translation>Card for the customer</translation>
    </message>
    <message>
        <source>按规定要做的</source>
        <translation>What the law asks</translation>
    </message>
</context>
<context>
    <name>AwardPage</name>
    <message>
        <source>奖励</source>
        <translation>Rewards</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>打印或存好</source>
        <translation>Print or save</translation>
    </message>
    <message>
        <source>正在读取…</source>
        <translation>Loading…</translation>
    </message>
    <message>
        <source>看全部奖励</source>
        <translation>All rewards</translation>
    </message>
    <message>
        <source>没有读出来</source>
        <translation>Could not be read</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>没有可以展示的内容</source>
        <translation>Nothing to show here</translation>
    </message>
    <message>
        <source>登录后能看到自己的奖励</source>
        <translation>Sign in to see your own rewards</translation>
    </message>
</context>
<context>
    <name>BackupSection</name>
    <message>
        <source>备份设置已保存</source>
        <translation>Backup settings saved</translation>
    </message>
    <message>
        <source>已停下，没有留下半个文件</source>
        <translation>Stopped; no partial file left</translation>
    </message>
    <message>
        <source>备份</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>放在哪里</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>U 盘或另一块硬盘上的文件夹最好</source>
        <translation>Best: a folder on a USB stick or other disk</translation>
    </message>
    <message>
        <source>备份口令</source>
        <translation>Backup passphrase</translation>
    </message>
    <message>
        <source>至少 8 个字；写下来和备份分开放。没有它，谁也打不开。</source>
        <translation>At least 8 characters; write it down and keep it apart from the backup. Without it nobody can open it.</translation>
    </message>
    <message>
        <source>每周自动备份一次，留最近 8 个</source>
        <translation>Back up weekly, keep the last 8</translation>
    </message>
    <message>
        <source>保存设置</source>
        <translation>Save settings</translation>
    </message>
    <message>
        <source>现在备份</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>正在备份，写完会再读一遍核对…</source>
        <translation>Backing up; it is read again and checked afterwards…</translation>
    </message>
    <message>
        <source>恢复演练</source>
        <translation>Restore drill</translation>
    </message>
    <message>
        <source>把备份在临时的地方打开，逐条核对，证明真要恢复时用得上；不动现在的资料。建议每 90 天一次。</source>
        <translation>Opens a backup in a temporary place and checks every record, to prove that it would work; your data is not touched. Best every 90 days.</translation>
    </message>
    <message>
        <source>备份文件</source>
        <translation>Backup file</translation>
    </message>
    <message>
        <source>这个备份的口令</source>
        <translation>Passphrase of this backup</translation>
    </message>
    <message>
        <source>选择…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>选择放备份的文件夹</source>
        <translation>Choose the folder for backups</translation>
    </message>
    <message>
        <source>选择备份文件</source>
        <translation>Choose a backup file</translation>
    </message>
    <message>
        <source>开始演练</source>
        <translation>Start the drill</translation>
    </message>
    <message>
        <source>正在打开和核对…</source>
        <translation>Opening and checking…</translation>
    </message>
    <message>
        <source>已经设过，空着就不变</source>
        <translation>Set already; leave empty to keep it</translation>
    </message>
    <message>
        <source>这份资料是 {at} 从 {made} 的备份恢复的。备份以后才上报的，值班台都有，这里看不到。</source>
        <translation>This data was restored on {at} from a backup of {made}. What was reported after that backup is with the duty desk but not shown here.</translation>
    </message>
    <message>
        <source>还没有备份：电脑坏了，没送达的和登记簿就没有了。</source>
        <translation>No backup yet: if this PC breaks, what was not delivered and the register are gone.</translation>
    </message>
    <message numerus="yes">
        <source>最近一次：{at}，{n} 条记录，{size}，已读回核对。</source>
        <translation>
            <numerusform>Last one: {at}, {n} record, {size}, read again and checked.</numerusform>
            <numerusform>Last one: {at}, {n} records, {size}, read again and checked.</numerusform>
        </translation>
    </message>
    <message>
        <source>上次自动备份没有成功：请看看 U 盘在不在、满没满。</source>
        <translation> The last automatic backup failed: see whether the stick is there and not full.</translation>
    </message>
    <message>
        <source>还没有演练过。</source>
        <translation>No drill yet.</translation>
    </message>
    <message numerus="yes">
        <source>{at} 演练过：这个备份能恢复，{n} 条记录，最新的一条是 {newest}。</source>
        <translation>
            <numerusform>Drill of {at}: this backup can be restored, {n} record, of {newest}.</numerusform>
            <numerusform>Drill of {at}: this backup can be restored, {n} records, the newest of {newest}.</numerusform>
        </translation>
    </message>
    <message>
        <source>超过 90 天了，请再演练一次。</source>
        <translation> That is over 90 days ago: please do it again.</translation>
    </message>
    <message>
        <source>请选择备份文件。</source>
        <translation>Choose a backup file.</translation>
    </message>
    <message>
        <source>请输入这个备份的口令。</source>
        <translation>Enter the passphrase of this backup.</translation>
    </message>
    <message numerus="yes">
        <source>备份好了，读回核对过：{n} 条记录</source>
        <translation>
            <numerusform>Backed up and checked: {n} record</numerusform>
            <numerusform>Backed up and checked: {n} records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>这个备份能恢复：{n} 条记录</source>
        <translation>
            <numerusform>This backup can be restored: {n} record</numerusform>
            <numerusform>This backup can be restored: {n} records</numerusform>
        </translation>
    </message>
    <message>
        <source>备份放在哪里</source>
        <translation>Where backups go</translation>
    </message>
    <message>
        <source>选择备份</source>
        <translation>Choose a backup</translation>
    </message>
</context>
<context>
    <name>BackupViewModel</name>
    <message>
        <source>放备份的地方满了，没有备份成。</source>
        <translation>The place for the backup is full; no backup was made.</translation>
    </message>
    <message>
        <source>请换一个位置，或在那里腾出空间，再试一次。</source>
        <translation>Choose another place, or free some space there, and try again.</translation>
    </message>
</context>
<context>
    <name>BulletinFilters</name>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>没看过</source>
        <translation>Unread</translation>
    </message>
    <message>
        <source>本行业</source>
        <translation>My trade</translation>
    </message>
    <message>
        <source>看哪些</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>搜通报</source>
        <translation>Search bulletins</translation>
    </message>
    <message>
        <source>所有区域</source>
        <translation>All areas</translation>
    </message>
    <message>
        <source>区域</source>
        <translation>Area</translation>
    </message>
</context>
<context>
    <name>BulletinsPage</name>
    <message>
        <source>值班台发来的通报；打开看过，对方就知道了。</source>
        <translation>Notices from the duty desk; once you have read one, the desk knows.</translation>
    </message>
    <message>
        <source>正在读取…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>通报</source>
        <translation>Bulletins</translation>
    </message>
    <message>
        <source>新</source>
        <translation>New</translation>
    </message>
    <message>
        <source>更早的通报：{n}</source>
        <translation>Older notices: {n}</translation>
    </message>
    <message>
        <source>打开片刻就算看过</source>
        <translation>Counts as read after a moment</translation>
    </message>
    <message>
        <source>{time} 看过</source>
        <translation>Read {time}</translation>
    </message>
    <message>
        <source>还没有通报</source>
        <translation>No bulletins yet</translation>
    </message>
    <message>
        <source>值班台发来的会出现在这里。</source>
        <translation>What the duty desk sends appears here.</translation>
    </message>
    <message>
        <source>没有这样的通报</source>
        <translation>No such bulletin</translation>
    </message>
    <message>
        <source>换个词，或看全部。</source>
        <translation>Try another word, or show all.</translation>
    </message>
    <message>
        <source>看全部</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>没有网络：这里是断网前收到的，看过的记号联网后送出。</source>
        <translation>No connection: these came before it was lost; what you read is reported later.</translation>
    </message>
    <message>
        <source>通报没有读出来</source>
        <translation>The bulletins could not be read</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>CalculatorPage</name>
    <message>
        <source>柜台计算器</source>
        <translation>Counter calculator</translation>
    </message>
    <message>
        <source>金价按克算。</source>
        <translation>Gold by the gram.</translation>
    </message>
    <message>
        <source>包裹按体积和重量算。</source>
        <translation>Parcels by size and weight.</translation>
    </message>
    <message>
        <source>金价按克算，包裹按体积和重量算。</source>
        <translation>Gold by the gram, parcels by volume and weight.</translation>
    </message>
    <message>
        <source>金价（元/克）</source>
        <translation>Gold price (CNY/g)</translation>
    </message>
    <message>
        <source>克重（克）</source>
        <translation>Weight (g)</translation>
    </message>
    <message>
        <source>工费（元/克）</source>
        <translation>Labour (CNY/g)</translation>
    </message>
    <message>
        <source>长（厘米）</source>
        <translation>Length (cm)</translation>
    </message>
    <message>
        <source>宽（厘米）</source>
        <translation>Width (cm)</translation>
    </message>
    <message>
        <source>高（厘米）</source>
        <translation>Height (cm)</translation>
    </message>
    <message>
        <source>重量（千克）</source>
        <translation>Weight (kg)</translation>
    </message>
    <message>
        <source>金饰</source>
        <translation>Gold</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>包裹</source>
        <translation>Parcel</translation>
    </message>
    <message>
        <source>计费重量</source>
        <translation>Billed weight</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>{kg} 千克</source>
        <translation>{kg} kg</translation>
    </message>
    <message>
        <source>密度 {d} 克/立方厘米</source>
        <translation>Density {d} g/cm³</translation>
    </message>
</context>
<context>
    <name>CallCard</name>
    <message>
        <source>编号 {number}</source>
        <translation>No. {number}</translation>
    </message>
    <message>
        <source>去看</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>CallStep</name>
    <message>
        <source>没有送到的时候，它会直说</source>
        <translation>When something has not arrived, it says so</translation>
    </message>
    <message>
        <source>紧急的一条一分钟还没有送到，或者没有网络，画面上会出现要念的话。您拨 110，照着念就行。</source>
        <translation>If an urgent one has not arrived within a minute, or there is no network, the screen shows words to read out. Dial 110 and read them.</translation>
    </message>
    <message>
        <source>样子是这样的（例子）</source>
        <translation>It looks like this (an example)</translation>
    </message>
    <message>
        <source>接通后照着念，声音放平常</source>
        <translation>Read it out in your usual voice</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>中心街 12 号，店内柜台</source>
        <translation>12 Central Street, at the counter</translation>
    </message>
    <message>
        <source>事情</source>
        <translation>What</translation>
    </message>
    <message>
        <source>顾客要买 300 克金条，当天寄走</source>
        <translation>Customer wants 300 g of gold bars, to be posted today</translation>
    </message>
    <message>
        <source>人</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>还在店里</source>
        <translation>Still in the shop</translation>
    </message>
    <message>
        <source>有人要动手、要抢、要带着钱走：先拨 110，再回来填。</source>
        <translation>If someone turns violent, robs or is leaving with the money: dial 110 first, fill in later.</translation>
    </message>
</context>
<context>
    <name>CameraButton</name>
    <message>
        <source>拍照</source>
        <translation>Take a photo</translation>
    </message>
</context>
<context>
    <name>CameraPart</name>
    <message>
        <source>拍下这张</source>
        <translation>Take this photo</translation>
    </message>
    <message>
        <source>换一个摄像头</source>
        <translation>Other camera</translation>
    </message>
    <message>
        <source>不拍了</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>CameraViewModel</name>
    <message>
        <source>摄像头正被别的程序用着。请关掉那个程序再拍，或用手机拍好再添加。</source>
        <translation>Another program is using the camera. Close it and try again, or add a photo taken by phone.</translation>
    </message>
    <message>
        <source>系统不让用摄像头。请店长在系统的隐私设置里允许，或用手机拍好再添加。</source>
        <translation>The system does not allow the camera. Ask the manager to allow it in the privacy settings, or add a photo taken by phone.</translation>
    </message>
    <message>
        <source>摄像头不见了。请插好再拍，或用手机拍好再添加。</source>
        <translation>The camera is gone. Plug it in and try again, or add a photo taken by phone.</translation>
    </message>
    <message>
        <source>摄像头没有画面。请看看镜头盖和插头，再拍一次。</source>
        <translation>The camera shows nothing. Check its cover and its plug, then try again.</translation>
    </message>
    <message>
        <source>这个摄像头用不了。请换一个，或用手机拍好再添加。</source>
        <translation>This camera cannot be used. Try another one, or add a photo taken by phone.</translation>
    </message>
</context>
<context>
    <name>CardsPanel</name>
    <message>
        <source>可以全屏给客人看，也可以打印出来放在柜台上。</source>
        <translation>Show one full screen to a customer, or print it for the counter.</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>按人群看</source>
        <translation>By group</translation>
    </message>
</context>
<context>
    <name>ChannelsPage</name>
    <message>
        <source>选好快递，点「转给客人看」再把屏幕转过去。</source>
        <translation>Choose the carrier, press &quot;Turn to the customer&quot;, then turn the screen.</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>转给客人看</source>
        <translation>Turn to the customer</translation>
    </message>
    <message>
        <source>哪家快递</source>
        <translation>Which carrier</translation>
    </message>
    <message>
        <source>退款、理赔、改地址，只走官方渠道</source>
        <translation>Refund, claim, new address: official channels only</translation>
    </message>
    <message>
        <source>自己打开官方 App，或拿运单号到网点柜台办。</source>
        <translation>Open the official app yourself, or bring the waybill number to a depot counter.</translation>
    </message>
    <message>
        <source>钱只会退回您付款的账户，不用点链接、不用验证码、不用先付钱。</source>
        <translation>Money only goes back to the account you paid from: no link, no code, nothing to pay first.</translation>
    </message>
    <message>
        <source>有人让您加好友、开会议、共享屏幕，先停下来，在这里问清楚再说。</source>
        <translation>If someone asks you to add them, join a meeting or share your screen: stop and ask here first.</translation>
    </message>
    <message>
        <source>给您自己看</source>
        <translation>For you only</translation>
    </message>
    <message>
        <source>您可以这样说</source>
        <translation>You could say</translation>
    </message>
    <message>
        <source>“您把单号给我，我在系统里查一下件到哪了；链接先别点，我们一起打官方电话问。”</source>
        <translation>&quot;Give me the number and I will look where the parcel is; leave the link alone, let us call the official line together.&quot;</translation>
    </message>
    <message>
        <source>邮政业申诉 12305、消费者投诉 12315（使用前请先核实）。</source>
        <translation>Postal appeal 12305, consumer line 12315 (confirm before use).</translation>
    </message>
    <message>
        <source>官方渠道</source>
        <translation>Official channels</translation>
    </message>
    <message>
        <source>转回来</source>
        <translation>Turn back</translation>
    </message>
    <message>
        <source>先选哪家快递</source>
        <translation>Choose the carrier first</translation>
    </message>
    <message>
        <source>官方 App：{name}</source>
        <translation>Official app: {name}</translation>
    </message>
    <message>
        <source>这个号码请先到公司官网核对，再告诉客人。</source>
        <translation>Check this number on the company&apos;s website before telling the customer.</translation>
    </message>
</context>
<context>
    <name>ChecklistCourier</name>
    <message>
        <source>称一称</source>
        <translation>Weighing</translation>
    </message>
    <message>
        <source>怎么办了</source>
        <translation>How it ended</translation>
    </message>
    <message>
        <source>这一件</source>
        <translation>This parcel</translation>
    </message>
    <message>
        <source>已换成刚扫的运单号</source>
        <translation>Replaced by the number just scanned</translation>
    </message>
    <message>
        <source>运单号已填入</source>
        <translation>Waybill number filled in</translation>
    </message>
    <message>
        <source>{when} 已经登过这个单号，请核对。</source>
        <translation>This number was noted before ({when}): please check. </translation>
    </message>
</context>
<context>
    <name>ChecklistEnds</name>
    <message>
        <source>已放行</source>
        <translation>Let go</translation>
    </message>
    <message>
        <source>只记录，不上报</source>
        <translation>Noted only, not reported</translation>
    </message>
    <message>
        <source>「{what}」没有记下，核对还在「没填完的」里。</source>
        <translation>&quot;{what}&quot; was not noted; the check is still among the unfinished ones. </translation>
    </message>
</context>
<context>
    <name>ChecklistFooter</name>
    <message>
        <source>放行</source>
        <translation>Let go</translation>
    </message>
    <message>
        <source>只记录</source>
        <translation>Note only</translation>
    </message>
    <message>
        <source>去上报</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>已答 {n} / {m}</source>
        <translation>{n} of {m} answered</translation>
    </message>
    <message>
        <source>回答后自动保存在本机</source>
        <translation>Answers save to this PC automatically</translation>
    </message>
    <message>
        <source>正在保存…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>已保存在本机</source>
        <translation>Saved on this PC</translation>
    </message>
    <message>
        <source>未保存：{why}</source>
        <translation>Not saved: {why}</translation>
    </message>
</context>
<context>
    <name>ChecklistHeader</name>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>不清楚</source>
        <translation>Not sure</translation>
    </message>
    <message>
        <source>先放一放</source>
        <translation>Leave for now</translation>
    </message>
</context>
<context>
    <name>ChecklistPage</name>
    <message>
        <source>核对</source>
        <translation>Checklist</translation>
    </message>
    <message>
        <source>人和东西</source>
        <translation>Person and goods</translation>
    </message>
    <message>
        <source>这次的交易</source>
        <translation>This transaction</translation>
    </message>
    <message>
        <source>查登记</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>ChecklistRegister</name>
    <message>
        <source>登记里没有这位客人近 7 天的购买。</source>
        <translation>The register has no purchase of this customer in the last 7 days.</translation>
    </message>
    <message numerus="yes">
        <source>近 7 天来过 {n} 次，已填入上面。</source>
        <translation>
            <numerusform>Came {n} time in 7 days; filled in above.</numerusform>
            <numerusform>Came {n} times in 7 days; filled in above.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClearingLine</name>
    <message>
        <source>顺口问：{ask}</source>
        <translation>Ask in passing: {ask}</translation>
    </message>
    <message>
        <source>是这样，就降为「{level}」</source>
        <translation>If so: down to &quot;{level}&quot;</translation>
    </message>
    <message>
        <source>不是这样，就降为「{level}」</source>
        <translation>If not so: down to &quot;{level}&quot;</translation>
    </message>
</context>
<context>
    <name>ClearingList</name>
    <message>
        <source>弄清这些，级别会降低</source>
        <translation>What would lower the level</translation>
    </message>
</context>
<context>
    <name>ClockCard</name>
    <message>
        <source>已经过去的时间</source>
        <translation>Time passed</translation>
    </message>
    <message>
        <source>值班台应在 {0} 内看到</source>
        <translation>The desk should see it within {0}</translation>
    </message>
    <message>
        <source>打电话时照着下面念；值班台看到了，这里马上会说。</source>
        <translation>Read this out on the phone; once the desk has seen it, this changes.</translation>
    </message>
    <message>
        <source>打电话时照着下面念；这里会继续自动送。</source>
        <translation>Read the text below on the phone; sending continues here.</translation>
    </message>
    <message>
        <source>请打电话说明情况，照着下面念。</source>
        <translation>Please call and explain; read the text below.</translation>
    </message>
</context>
<context>
    <name>CounterColumns</name>
    <message>
        <source>正在办的</source>
        <translation>In hand</translation>
    </message>
    <message>
        <source>没填完的</source>
        <translation>Not finished</translation>
    </message>
</context>
<context>
    <name>CounterPage</name>
    <message>
        <source>接待台</source>
        <translation>Counter</translation>
    </message>
    <message>
        <source>{name}，您好。先点要办的事，边接待边看。</source>
        <translation>Hello {name}. Tap what you are about to do, then follow along.</translation>
    </message>
    <message>
        <source>{n} 条没看过</source>
        <translation>{n} unread</translation>
    </message>
    <message>
        <source>已答 {n} 条 · {time} 保存</source>
        <translation>{n} answered · saved {time}</translation>
    </message>
    <message>
        <source>草稿已丢弃</source>
        <translation>Draft discarded</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>CustomerCardPage</name>
    <message>
        <source>转过屏幕给客人看，或打印出来放在柜台上。</source>
        <translation>Turn the screen to the customer, or print it for the counter.</translation>
    </message>
    <message>
        <source>全部提示卡</source>
        <translation>All cards</translation>
    </message>
    <message>
        <source>提示卡</source>
        <translation>Cards</translation>
    </message>
    <message>
        <source>上一张</source>
        <translation>Previous card</translation>
    </message>
    <message>
        <source>下一张</source>
        <translation>Next card</translation>
    </message>
    <message>
        <source>您可以这样说</source>
        <translation>You could say</translation>
    </message>
    <message>
        <source>给客人看（全屏）</source>
        <translation>Show the customer</translation>
    </message>
    <message>
        <source>放到客人的屏幕上</source>
        <translation>On the customer&apos;s screen</translation>
    </message>
    <message>
        <source>客人看的语言</source>
        <translation>Language for the customer</translation>
    </message>
    <message>
        <source>收起客人的屏幕</source>
        <translation>Clear the customer&apos;s screen</translation>
    </message>
    <message>
        <source>客人的屏幕上正显示这张卡。</source>
        <translation>This card is on the customer&apos;s screen.</translation>
    </message>
    <message>
        <source>只接了一块屏幕。</source>
        <translation>Only one screen is connected.</translation>
    </message>
    <message>
        <source>已存到 {0}</source>
        <translation>Saved to {0}</translation>
    </message>
    <message>
        <source>海报没有存成</source>
        <translation>The poster was not saved</translation>
    </message>
    <message>
        <source>请换一个文件夹，或腾出磁盘空间后再存。</source>
        <translation>Choose another folder or free some space, then save again.</translation>
    </message>
    <message>
        <source>提示卡没有读出来</source>
        <translation>The cards could not be read</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>CustomerCardScreen</name>
    <message>
        <source>返回  Esc</source>
        <translation>Back  Esc</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>DensityAid</name>
    <message>
        <source>长（厘米）</source>
        <translation>Length (cm)</translation>
    </message>
    <message>
        <source>宽（厘米）</source>
        <translation>Width (cm)</translation>
    </message>
    <message>
        <source>高（厘米）</source>
        <translation>Height (cm)</translation>
    </message>
    <message>
        <source>重量（千克）</source>
        <translation>Weight (kg)</translation>
    </message>
    <message>
        <source>申报的是什么</source>
        <translation>Declared as</translation>
    </message>
    <message>
        <source>称一称：大小和重量对得上吗</source>
        <translation>Do size and weight go together?</translation>
    </message>
    <message>
        <source>请填大于 0 的数</source>
        <translation>Give a number above 0</translation>
    </message>
    <message>
        <source>按此回答「小而沉」</source>
        <translation>Answer &quot;small but heavy&quot;</translation>
    </message>
    <message>
        <source>按此回答「不沉」</source>
        <translation>Answer &quot;not heavy&quot;</translation>
    </message>
</context>
<context>
    <name>DiagnosticsSection</name>
    <message>
        <source>给帮忙的人看的诊断文件</source>
        <translation>Diagnostics file for whoever helps you</translation>
    </message>
    <message>
        <source>只有版本、数量、时间长短和设置；没有姓名、电话、证件、经过、金额和店铺地址。下面就是文件的全部内容，先看再存。</source>
        <translation>Only versions, counts, ages and settings; no names, phones, documents, stories, amounts or shop address. Below is the whole file: look first, then save.</translation>
    </message>
    <message>
        <source>生成</source>
        <translation>Make it</translation>
    </message>
    <message>
        <source>存成文件…</source>
        <translation>Save as a file…</translation>
    </message>
    <message>
        <source>诊断文件的内容</source>
        <translation>Contents of the diagnostics file</translation>
    </message>
    <message>
        <source>按「生成」，内容先显示在这里</source>
        <translation>Press &quot;Make it&quot;; the contents are shown here first</translation>
    </message>
    <message>
        <source>存成文件</source>
        <translation>Save as a file</translation>
    </message>
    <message>
        <source>已存到 {0}</source>
        <translation>Saved to {0}</translation>
    </message>
</context>
<context>
    <name>DraftList</name>
    <message>
        <source>丢弃这份草稿</source>
        <translation>Discard this draft</translation>
    </message>
    <message>
        <source>都填完了</source>
        <translation>Everything is finished</translation>
    </message>
</context>
<context>
    <name>DrillPage</name>
    <message>
        <source>回到学习</source>
        <translation>Back to learning</translation>
    </message>
    <message>
        <source>场景</source>
        <translation>Scene</translation>
    </message>
    <message>
        <source>二、这时候怎么说、怎么做？</source>
        <translation>2. What do you say or do?</translation>
    </message>
    <message>
        <source>练习</source>
        <translation>Drills</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>{n} 秒</source>
        <translation>{n} s</translation>
    </message>
    <message>
        <source>一、您看到哪一档？</source>
        <translation>1. Which level do you see?</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>这一步没有成功</source>
        <translation>This step did not work</translation>
    </message>
</context>
<context>
    <name>DrillResultPanel</name>
    <message>
        <source>下一练</source>
        <translation>Next drill</translation>
    </message>
    <message>
        <source>再练一次</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>两步都对</source>
        <translation>Both right</translation>
    </message>
    <message>
        <source>话说得好，档位是「{level}」</source>
        <translation>Well said; the level is {level}</translation>
    </message>
    <message>
        <source>档位对了，话可以更稳</source>
        <translation>Right level; the words can be calmer</translation>
    </message>
    <message>
        <source>这一练再看看：档位是「{level}」</source>
        <translation>Worth another look: the level is {level}</translation>
    </message>
    <message>
        <source>核对清单怎么看</source>
        <translation>What the checklist says</translation>
    </message>
    <message>
        <source>没有一条计分，平常办理。</source>
        <translation>Nothing counts: serve as usual.</translation>
    </message>
    <message>
        <source>像这几类：{names}</source>
        <translation>Resembles: {names}</translation>
    </message>
    <message>
        <source>三种说法</source>
        <translation>Three ways to say it</translation>
    </message>
    <message>
        <source>您选的</source>
        <translation>Yours</translation>
    </message>
</context>
<context>
    <name>DrillStep</name>
    <message>
        <source>练一题，不到一分钟</source>
        <translation>One drill, less than a minute</translation>
    </message>
    <message>
        <source>看一个场景，选一档，再选一句话。人和事都是编的，什么都不会送出去。</source>
        <translation>Read a scene, choose a level, choose what to say. It is all made up and nothing is sent.</translation>
    </message>
    <message>
        <source>练一题</source>
        <translation>Try a drill</translation>
    </message>
    <message>
        <source>练完按 Esc 会回到这里；也可以先跳过，「学习」里一直有。</source>
        <translation>Esc brings you back here; or skip it, there are more under Learn.</translation>
    </message>
</context>
<context>
    <name>DrillsPanel</name>
    <message>
        <source>已掌握 {done} / {all}</source>
        <translation>Mastered {done} of {all}</translation>
    </message>
    <message>
        <source>下一练</source>
        <translation>Next drill</translation>
    </message>
    <message>
        <source>开始，约 60 秒</source>
        <translation>Start, about 60 s</translation>
    </message>
</context>
<context>
    <name>EnrolmentPage</name>
    <message>
        <source>把这台电脑登记到店里</source>
        <translation>Enrol this PC at your shop</translation>
    </message>
    <message>
        <source>地址和登记码由值班台发给店长，登记码只能用一次。</source>
        <translation>The duty desk gives the manager the address and a code that works once.</translation>
    </message>
    <message>
        <source>换了电脑？从备份恢复</source>
        <translation>New PC? Restore from a backup</translation>
    </message>
</context>
<context>
    <name>EnrolmentSection</name>
    <message>
        <source>这台电脑已经登记好了</source>
        <translation>This PC is enrolled</translation>
    </message>
    <message>
        <source>店铺</source>
        <translation>Shop</translation>
    </message>
    <message>
        <source>值班台</source>
        <translation>Duty desk</translation>
    </message>
    <message>
        <source>登记时间</source>
        <translation>Enrolled on</translation>
    </message>
    <message>
        <source>要换店铺：请用另一份资料（另一个系统账户），两家店的记录不会混在一起。</source>
        <translation>For another shop use another profile (another system account), so that two shops&apos; records never mix.</translation>
    </message>
    <message>
        <source>值班台不再接收这台电脑的内容</source>
        <translation>The duty desk no longer accepts this PC</translation>
    </message>
    <message>
        <source>登记好了</source>
        <translation>Enrolled</translation>
    </message>
    <message>
        <source>等着送出的 {n} 条都留在这里，重新登记后自动送出，编号不变。</source>
        <translation>The {n} waiting are all kept; once you enrol again they are sent automatically, same numbers. </translation>
    </message>
    <message>
        <source>请向值班台要一个新的登记码，在下面重新登记；记录、口令都不变。紧急的事请拨 110。</source>
        <translation>Ask the duty desk for a new enrolment code and enrol again below; records and PINs stay. For anything urgent dial 110.</translation>
    </message>
</context>
<context>
    <name>EnrolmentWizard</name>
    <message>
        <source>服务地址</source>
        <translation>Service address</translation>
    </message>
    <message>
        <source>值班台给的，以 https:// 开头</source>
        <translation>As the duty desk gave it; begins with https://</translation>
    </message>
    <message>
        <source>看看是谁</source>
        <translation>See who answers</translation>
    </message>
    <message>
        <source>值班台</source>
        <translation>Duty desk</translation>
    </message>
    <message>
        <source>核对过，一样</source>
        <translation>Checked: the same</translation>
    </message>
    <message>
        <source>上一步</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>请打电话给值班台，核对下面的识别码；号码要用您本来就知道的，不要用网页上的。</source>
        <translation>Phone the duty desk and compare the code below; use a number you already know, not one from a web page.</translation>
    </message>
    <message>
        <source>登记码</source>
        <translation>Enrolment code</translation>
    </message>
    <message>
        <source>8 位，只能用一次，10 分钟内有效；字母不分大小写，横线可以不填</source>
        <translation>8 characters, once only, valid for 10 minutes; capitals do not matter, hyphens may be left out</translation>
    </message>
    <message>
        <source>这台电脑的名字</source>
        <translation>Name of this PC</translation>
    </message>
    <message>
        <source>例如「一号柜台」，方便以后辨认</source>
        <translation>Such as &quot;Counter 1&quot;, to recognise it later</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Enrol</translation>
    </message>
    <message>
        <source>第 1 步：服务地址</source>
        <translation>Step 1: service address</translation>
    </message>
    <message>
        <source>第 2 步：核对是谁</source>
        <translation>Step 2: check who it is</translation>
    </message>
    <message>
        <source>第 3 步：登记码</source>
        <translation>Step 3: enrolment code</translation>
    </message>
    <message>
        <source>登记好了</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>正在连接…</source>
        <translation>Connecting…</translation>
    </message>
    <message>
        <source>正在登记…</source>
        <translation>Enrolling…</translation>
    </message>
    <message>
        <source>已登记到「{name}」</source>
        <translation>Enrolled with &quot;{name}&quot;</translation>
    </message>
    <message>
        <source>上次登记没有收到回答，可以接着做：填过的都还在，同一个登记码可以再送一次。</source>
        <translation>The last enrolment got no answer and can go on: what you typed is still there, and the same code may be sent again.</translation>
    </message>
    <message>
        <source>识别码 {code}</source>
        <translation>Fingerprint {code}</translation>
    </message>
    <message>
        <source>这台电脑的时间慢了 {n} 分钟，请校准后再登记。</source>
        <translation>This PC&apos;s clock is {n} min slow: set it before enrolling.</translation>
    </message>
    <message>
        <source>这台电脑的时间快了 {n} 分钟，请校准后再登记。</source>
        <translation>This PC&apos;s clock is {n} min fast: set it before enrolling.</translation>
    </message>
    <message>
        <source>等着送出的 {n} 条现在会自动送出，成员的口令照旧能用。</source>
        <translation>The {n} waiting are now sent automatically; members&apos; PINs still work.</translation>
    </message>
    <message>
        <source>下一步：成员在登录页用值班台发的启用码，定自己的口令。</source>
        <translation>Next: each member sets a PIN on the sign-in page with the activation code from the duty desk.</translation>
    </message>
    <message>
        <source>请填写「{name}」。</source>
        <translation>Please fill in &quot;{name}&quot;.</translation>
    </message>
</context>
<context>
    <name>ExportMenu</name>
    <message>
        <source>Excel 表格</source>
        <translation>Excel table</translation>
    </message>
    <message>
        <source>CSV 文本</source>
        <translation>CSV text</translation>
    </message>
    <message>
        <source>PDF 文件</source>
        <translation>PDF file</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
</context>
<context>
    <name>ExportProgress</name>
    <message>
        <source>导出进度</source>
        <translation>Export progress</translation>
    </message>
    <message>
        <source>停止</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>正在写出 {0} / {1}</source>
        <translation>Writing {0} of {1}</translation>
    </message>
</context>
<context>
    <name>FieldCard</name>
    <message>
        <source>更多 {0} 项</source>
        <translation>{0} more</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>照核对写一句（按 ↓）</source>
        <translation>Write it from the answers (press ↓)</translation>
    </message>
</context>
<context>
    <name>FileDialog</name>
    <message>
        <source>位置：</source>
        <translation>Look in:</translation>
    </message>
    <message>
        <source>名称：</source>
        <translation>Name:</translation>
    </message>
    <message>
        <source>种类：</source>
        <translation>Kind:</translation>
    </message>
    <message>
        <source>存到这里</source>
        <translation>Save here</translation>
    </message>
    <message>
        <source>选这个</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>GatePage</name>
    <message>
        <source>柜台助手</source>
        <translation>Counter Aid</translation>
    </message>
</context>
<context>
    <name>Gates</name>
    <message>
        <source>最近没有备份成：请到「设置」的「备份与恢复」看看。</source>
        <translation>The last backup did not work: see &quot;Backup&quot; in the settings.</translation>
    </message>
    <message>
        <source>备份还没有试着恢复过：请到「设置」的「备份与恢复」做一次恢复演练。</source>
        <translation>Backups are untested: do a restore drill under &quot;Backup&quot; in the settings.</translation>
    </message>
    <message>
        <source>系统钥匙串打不开了：现在都还能用，但关机以后会打不开资料。请马上到「设置」的「备份与恢复」备份一次。</source>
        <translation>The system keyring no longer opens: all still works now, but after a restart the data will not open. Make a backup at once, under &quot;Backup&quot; in the settings.</translation>
    </message>
    <message>
        <source>备份 90 天没有试过了：请到「设置」的「备份与恢复」做一次恢复演练。</source>
        <translation>No backup tested for 90 days: do a restore drill under &quot;Backup&quot; in the settings.</translation>
    </message>
    <message numerus="yes">
        <source>恢复好了：{n} 条记录，正在和值班台核对。</source>
        <translation>
            <numerusform>Restored: {n} record; comparing with the duty desk.</numerusform>
            <numerusform>Restored: {n} records; comparing with the duty desk.</numerusform>
        </translation>
    </message>
    <message>
        <source>以后的开机口令就是这个备份口令。</source>
        <translation> From now on the backup&apos;s passphrase opens this PC&apos;s data.</translation>
    </message>
</context>
<context>
    <name>GoldPriceCard</name>
    <message>
        <source>还没有填今天的参考金价。</source>
        <translation>No price entered yet today.</translation>
    </message>
    <message>
        <source>没有填</source>
        <translation>None</translation>
    </message>
    <message>
        <source>今日参考金价</source>
        <translation>Today&apos;s gold price</translation>
    </message>
    <message>
        <source>每克多少元</source>
        <translation>CNY per gram</translation>
    </message>
    <message>
        <source>从哪里看来</source>
        <translation>Where it is from</translation>
    </message>
    <message>
        <source>如：总店通知、上海黄金交易所</source>
        <translation>e.g. head office, Shanghai Gold Exchange</translation>
    </message>
    <message>
        <source>记下今天的价</source>
        <translation>Keep as today&apos;s price</translation>
    </message>
    <message>
        <source>不是今天的</source>
        <translation>Not today&apos;s</translation>
    </message>
    <message>
        <source>今天的</source>
        <translation>Today&apos;s</translation>
    </message>
</context>
<context>
    <name>GuidePage</name>
    <message>
        <source>一分钟。随时可以离开，正在办的事不受影响。</source>
        <translation>One minute. Leave at any time; your work is not affected.</translation>
    </message>
    <message>
        <source>入门</source>
        <translation>First steps</translation>
    </message>
    <message>
        <source>以后再看  Esc</source>
        <translation>Later  Esc</translation>
    </message>
    <message>
        <source>以后再看</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>上一步</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>第 {n} 步，共 {all} 步</source>
        <translation>Step {n} of {all}</translation>
    </message>
    <message>
        <source>看完了</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>可以开始了。想再看，在「设置」里。</source>
        <translation>Ready. Find this again in Settings.</translation>
    </message>
</context>
<context>
    <name>HelpPanel</name>
    <message>
        <source>帮助</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>搜帮助</source>
        <translation>Search help</translation>
    </message>
    <message>
        <source>关上帮助</source>
        <translation>Close help</translation>
    </message>
    <message>
        <source>全部帮助</source>
        <translation>All help</translation>
    </message>
    <message>
        <source>没有找到。换个词，或清空搜索看全部。</source>
        <translation>Nothing found. Try another word, or clear the search to see all.</translation>
    </message>
</context>
<context>
    <name>InstructionCard</name>
    <message>
        <source>值班台的问题</source>
        <translation>Question from the desk</translation>
    </message>
    <message>
        <source>值班台的指示</source>
        <translation>Instruction from the desk</translation>
    </message>
    <message>
        <source>马上办</source>
        <translation>Do it now</translation>
    </message>
    <message>
        <source>您已回复：{0}</source>
        <translation>You replied: {0}</translation>
    </message>
    <message>
        <source>回答值班台的问题</source>
        <translation>Answer the desk</translation>
    </message>
    <message>
        <source>在这里回答</source>
        <translation>Answer here</translation>
    </message>
    <message>
        <source>回答</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>去看</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>Invite</name>
    <message>
        <source>开始</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>不用了</source>
        <translation>No, thank you</translation>
    </message>
    <message>
        <source>第一次用？</source>
        <translation>First time here?</translation>
    </message>
    <message>
        <source>四步，一分钟：做什么、按哪几个键、练一题、急的时候看哪里。</source>
        <translation>Four steps, one minute: what it is for, which keys, one drill, where to look when it is urgent.</translation>
    </message>
</context>
<context>
    <name>KeptPage</name>
    <message>
        <source>这一条只留在本机，没有提交。</source>
        <translation>This one stays on this PC and was not sent.</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>本机记录</source>
        <translation>Kept on this PC</translation>
    </message>
    <message>
        <source>这一条没有读出来</source>
        <translation>It could not be read</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>KeyButton</name>
    <message>
        <source>按新的键…</source>
        <translation>Press a key…</translation>
    </message>
    <message>
        <source>{name}：按新的键，Esc 取消</source>
        <translation>{name}: press the new key, Esc to cancel</translation>
    </message>
    <message>
        <source>{name}：{key}，按下可更改</source>
        <translation>{name}: {key}, press to change</translation>
    </message>
</context>
<context>
    <name>KeysSection</name>
    <message>
        <source>不出声地求助</source>
        <translation>Call for help silently</translation>
    </message>
    <message>
        <source>收起画面</source>
        <translation>Hide the screen</translation>
    </message>
    <message>
        <source>任何画面都可以按，锁着也可以；没有键盘就按住左上角的标志一秒</source>
        <translation>On every screen, locked too; without a keyboard hold the mark at the top left for a second</translation>
    </message>
    <message>
        <source>换成计算器；再按一次并输入口令回来，或点它左上角的标志</source>
        <translation>Shows a calculator; press again and enter the PIN, or tap its mark, to return</translation>
    </message>
    <message>
        <source>去上报页、送出</source>
        <translation>To the report, and send</translation>
    </message>
    <message>
        <source>核对和上报时</source>
        <translation>In a checklist or report</translation>
    </message>
    <message>
        <source>放行</source>
        <translation>Let go</translation>
    </message>
    <message>
        <source>核对时；再按一个数字说明原因</source>
        <translation>On the checklist; then a digit says why</translation>
    </message>
    <message>
        <source>锁上</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>回到登录页，写好的都留着</source>
        <translation>Back to sign-in; everything typed is kept</translation>
    </message>
    <message>
        <source>这一页的帮助</source>
        <translation>Help on this page</translation>
    </message>
    <message>
        <source>搜索</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>在记录页</source>
        <translation>On the records page</translation>
    </message>
    <message>
        <source>记一笔</source>
        <translation>New entry</translation>
    </message>
    <message>
        <source>在登记页</source>
        <translation>On the register page</translation>
    </message>
    <message>
        <source>可以改的快捷键</source>
        <translation>Keys you can change</translation>
    </message>
    <message>
        <source>{name}：恢复原来的键</source>
        <translation>{name}: reset the key</translation>
    </message>
    <message>
        <source>全部恢复原来的键</source>
        <translation>Reset all keys</translation>
    </message>
    <message>
        <source>收起时显示</source>
        <translation>Hidden screen shows</translation>
    </message>
    <message>
        <source>金价</source>
        <translation>Gold</translation>
    </message>
    <message>
        <source>包裹</source>
        <translation>Parcel</translation>
    </message>
    <message>
        <source>两个都有</source>
        <translation>Both</translation>
    </message>
    <message>
        <source>两种计算器都真的能算。</source>
        <translation>Both calculators really work.</translation>
    </message>
    <message>
        <source>多久没有操作就锁上</source>
        <translation>Lock when idle for</translation>
    </message>
    <message>
        <source>{n} 分</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>锁上后写好的都留着，求助键照样能用。</source>
        <translation>What was typed is kept, and the help key still works.</translation>
    </message>
    <message>
        <source>固定不变的键</source>
        <translation>Keys that never change</translation>
    </message>
    <message>
        <source>核对时：是、否、不清楚，并到下一条</source>
        <translation>In a checklist: yes, no, not clear, and on to the next</translation>
    </message>
    <message>
        <source>上一条、下一条</source>
        <translation>Previous, next</translation>
    </message>
    <message>
        <source>到下一个可以填的地方</source>
        <translation>To the next field</translation>
    </message>
    <message>
        <source>关掉打开的小窗，写好的都留着</source>
        <translation>Close what was opened; everything typed is kept</translation>
    </message>
    <message>
        <source>快捷键都恢复了</source>
        <translation>All keys reset</translation>
    </message>
    <message>
        <source>{key} 已经是「{other}」的键：请换一个，或先改那一个。</source>
        <translation>{key} belongs to &quot;{other}&quot;: take another key, or change that one first.</translation>
    </message>
    <message>
        <source>这个键用不了：请按一个别的键。</source>
        <translation>This key cannot be used: press another one.</translation>
    </message>
    <message>
        <source>{key} 是回答和移动用的键：请换一个。</source>
        <translation>{key} is for answering and moving: take another one.</translation>
    </message>
    <message>
        <source>{key} 打字时要用：请加上 Ctrl 或 Alt，或用 F 开头的键。</source>
        <translation>{key} is needed for typing: add Ctrl or Alt, or take an F key.</translation>
    </message>
</context>
<context>
    <name>KeysStep</name>
    <message>
        <source>三样键，一只手够用</source>
        <translation>Three kinds of keys, one hand is enough</translation>
    </message>
    <message>
        <source>是、否、不清楚</source>
        <translation>Yes, no, not clear</translation>
    </message>
    <message>
        <source>按完自动到下一条。现在就按一个试试。</source>
        <translation>Then it moves to the next. Press one now.</translation>
    </message>
    <message>
        <source>去上报页，再按一次送出</source>
        <translation>To the review page; again to send</translation>
    </message>
    <message>
        <source>送出前还能改，送出后能补充、能撤回。</source>
        <translation>You can change it before, and add to it or take it back after.</translation>
    </message>
    <message>
        <source>不出声求助；收起画面</source>
        <translation>Silent call; hide the screen</translation>
    </message>
    <message>
        <source>求助键在哪个画面都管用，锁着也行（这里先别按）；没有键盘就按住左上角的标志一秒。收起后是一台真能算的计算器，点它的标志回来。</source>
        <translation>The help key works on every screen, even locked (please not here); without a keyboard hold the mark at the top left for a second. Hiding shows a working calculator; tap its mark to come back.</translation>
    </message>
    <message>
        <source>您还没有按。</source>
        <translation>You have not pressed one yet.</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>不清楚</source>
        <translation>Not clear</translation>
    </message>
    <message>
        <source>您按了 {n}：{answer}。就是这样。</source>
        <translation>You pressed {n}: {answer}. That is all.</translation>
    </message>
</context>
<context>
    <name>LabelledLine</name>
    <message>
        <source>最多 {n} 个字，多出来的没有放进去。</source>
        <translation>At most {n} characters: the rest was not put in.</translation>
    </message>
</context>
<context>
    <name>LearnPage</name>
    <message>
        <source>练习</source>
        <translation>Drills</translation>
    </message>
    <message>
        <source>案例</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>提示卡</source>
        <translation>Cards</translation>
    </message>
    <message>
        <source>我的记录</source>
        <translation>My record</translation>
    </message>
    <message>
        <source>学习内容</source>
        <translation>What to learn</translation>
    </message>
    <message>
        <source>正在读取…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>每天一分钟：看一个场景，想好怎么说。</source>
        <translation>One minute a day: see a scene, decide what to say.</translation>
    </message>
    <message>
        <source>学习</source>
        <translation>Learn</translation>
    </message>
    <message>
        <source>学习内容没有读出来</source>
        <translation>The lessons could not be read</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>ListExporter</name>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
</context>
<context>
    <name>LiveLinePage</name>
    <message>
        <source>进展</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>经过</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>值班台的指示会出现在这里</source>
        <translation>Instructions appear here</translation>
    </message>
    <message>
        <source>情况有变化，点一下就能告诉值班台：</source>
        <translation>If something changes, one tap tells the desk:</translation>
    </message>
    <message>
        <source>进展 {0}</source>
        <translation>Progress {0}</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>这一条没有读出来</source>
        <translation>This one could not be read</translation>
    </message>
    <message>
        <source>没有办成</source>
        <translation>It did not work</translation>
    </message>
</context>
<context>
    <name>LookSection</name>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>跟随系统</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>外观</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>字号</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>深色适合光线暗的柜台。</source>
        <translation>Dark suits a dim counter.</translation>
    </message>
    <message>
        <source>看不清时调大，所有页面一起变。</source>
        <translation>Larger text on every page.</translation>
    </message>
</context>
<context>
    <name>MembersSection</name>
    <message>
        <source>能在这台电脑上登录的人</source>
        <translation>Who can sign in on this PC</translation>
    </message>
    <message>
        <source>名单由值班台维护：新来的、离开的，请告诉值班台。</source>
        <translation>The duty desk keeps this list: tell them who comes and who leaves.</translation>
    </message>
    <message>
        <source>启用</source>
        <translation>Activate</translation>
    </message>
    <message>
        <source>谁能看什么</source>
        <translation>Who sees what</translation>
    </message>
    <message>
        <source>奖励和表彰：只有本人登录后看得到，店长也看不到别人的。</source>
        <translation>Rewards: only the member signed in sees their own; not even the manager sees another&apos;s.</translation>
    </message>
    <message>
        <source>上报记录：本店成员都看得到，离开柜台请锁上。</source>
        <translation>Reports: every member of the shop sees them; lock when you leave the counter.</translation>
    </message>
    <message>
        <source>登记簿：本店成员都看得到，不随上报送出。</source>
        <translation>The register: every member sees it; it is not sent with reports.</translation>
    </message>
    <message>
        <source>口令只锁自己的钥匙；忘了口令，请向值班台要新的启用码。</source>
        <translation>A PIN locks your own key only; if you forget it, ask the duty desk for a new activation code.</translation>
    </message>
    <message>
        <source>还没有成员：登记以后，名单由值班台发来。</source>
        <translation>No members yet: after enrolment the duty desk sends the list.</translation>
    </message>
    <message>
        <source>{name}（您）</source>
        <translation>{name} (you)</translation>
    </message>
    <message>
        <source>锁到 {time}</source>
        <translation>Locked until {time}</translation>
    </message>
    <message>
        <source>可以登录</source>
        <translation>Can sign in</translation>
    </message>
    <message>
        <source>等待启用</source>
        <translation>To be activated</translation>
    </message>
    <message>
        <source>已停用</source>
        <translation>No longer listed</translation>
    </message>
    <message>
        <source>锁着</source>
        <translation>Locked</translation>
    </message>
    <message>
        <source>换口令</source>
        <translation>Change PIN</translation>
    </message>
    <message>
        <source>{what}：{name}</source>
        <translation>{what}: {name}</translation>
    </message>
    <message>
        <source>启用：{name}</source>
        <translation>Activate: {name}</translation>
    </message>
    <message>
        <source>换口令：{name}</source>
        <translation>Change PIN: {name}</translation>
    </message>
    <message>
        <source>启用好了，可以登录了</source>
        <translation>Activated; they can sign in now</translation>
    </message>
    <message>
        <source>口令换好了</source>
        <translation>PIN changed</translation>
    </message>
</context>
<context>
    <name>MonthFigures</name>
    <message>
        <source>本月提交</source>
        <translation>Submitted this month</translation>
    </message>
    <message>
        <source>认定有效</source>
        <translation>Found useful</translation>
    </message>
    <message>
        <source>协助止损</source>
        <translation>Loss prevented</translation>
    </message>
    <message>
        <source>待领奖励</source>
        <translation>Rewards to claim</translation>
    </message>
    <message>
        <source>本店本月</source>
        <translation>This shop, this month</translation>
    </message>
    <message>
        <source>占 {0}%</source>
        <translation>{0} % of all</translation>
    </message>
    <message>
        <source>本月</source>
        <translation>This month</translation>
    </message>
    <message>
        <source>{0} 笔，在「奖励」里领取</source>
        <translation>{0}, claim under Rewards</translation>
    </message>
    <message>
        <source>现在没有</source>
        <translation>None now</translation>
    </message>
</context>
<context>
    <name>NetworkSection</name>
    <message>
        <source>跟随系统</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>直接连</source>
        <translation>Direct</translation>
    </message>
    <message>
        <source>自己填</source>
        <translation>Manual</translation>
    </message>
    <message>
        <source>上网代理</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>多数情况跟随系统就好；商场、园区的网络可能要自己填。</source>
        <translation>The system&apos;s is right for most; malls and business parks may need their own.</translation>
    </message>
    <message>
        <source>代理地址</source>
        <translation>Proxy address</translation>
    </message>
    <message>
        <source>端口</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>用户名（可以不填）</source>
        <translation>User name (optional)</translation>
    </message>
    <message>
        <source>密码（可以不填）</source>
        <translation>Password (optional)</translation>
    </message>
    <message>
        <source>存进系统钥匙串；空着就沿用原来的</source>
        <translation>Goes into the system keyring; empty keeps the old one</translation>
    </message>
    <message>
        <source>单位自己的证书文件（可以不填）</source>
        <translation>Certificate file of your organisation (optional)</translation>
    </message>
    <message>
        <source>PEM 文件；在系统信任的证书之外再信任它</source>
        <translation>A PEM file, trusted beside what the system trusts</translation>
    </message>
    <message>
        <source>保存并使用</source>
        <translation>Save and use</translation>
    </message>
    <message>
        <source>试一试</source>
        <translation>Try it</translation>
    </message>
    <message>
        <source>用上面填的连一次值班台，不送出任何内容，也不保存。</source>
        <translation>Connects once to the duty desk with what is typed above; nothing is sent or saved.</translation>
    </message>
    <message>
        <source>服务地址</source>
        <translation>Service address</translation>
    </message>
    <message>
        <source>试连</source>
        <translation>Try</translation>
    </message>
    <message>
        <source>请填写服务地址。</source>
        <translation>Enter the service address.</translation>
    </message>
    <message>
        <source>连上了「{name}」，用了 {ms} 毫秒。</source>
        <translation>Connected to &quot;{name}&quot; in {ms} ms.</translation>
    </message>
    <message>
        <source>两边的时间差 {n} 分钟。</source>
        <translation> The clocks differ by {n} min.</translation>
    </message>
    <message>
        <source>选择证书文件</source>
        <translation>Choose a certificate file</translation>
    </message>
    <message>
        <source>选择…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>网络设置已保存，下一次连接就用</source>
        <translation>Network settings saved; used from the next connection on</translation>
    </message>
    <message>
        <source>正在试…</source>
        <translation>Trying…</translation>
    </message>
</context>
<context>
    <name>NetworkViewModel</name>
    <message>
        <source>上网代理没有放行。</source>
        <translation>The network&apos;s proxy did not let it through.</translation>
    </message>
    <message>
        <source>请核对上面的代理地址、端口、用户名和密码。</source>
        <translation>Check the proxy address, port, user name and password above.</translation>
    </message>
</context>
<context>
    <name>NewsMarks</name>
    <message numerus="yes">
        <source>{n} 项有新进展</source>
        <translation>
            <numerusform>{n} has moved on</numerusform>
            <numerusform>{n} have moved on</numerusform>
        </translation>
    </message>
    <message>
        <source>您有一条新消息，在「奖励与表彰」里。</source>
        <translation>You have a new message under Rewards.</translation>
    </message>
</context>
<context>
    <name>OnPaper</name>
    <message>
        <source>已存到 {0}</source>
        <translation>Saved to {0}</translation>
    </message>
    <message>
        <source>已送到打印机</source>
        <translation>Sent to the printer</translation>
    </message>
</context>
<context>
    <name>OpenList</name>
    <message>
        <source>今天没有正在办的</source>
        <translation>Nothing open today</translation>
    </message>
    <message numerus="yes">
        <source>{n} 天</source>
        <translation>
            <numerusform>{n} day</numerusform>
            <numerusform>{n} days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OpeningPage</name>
    <message>
        <source>正在打开…</source>
        <translation>Opening…</translation>
    </message>
    <message>
        <source>第一次打开要多等几秒。</source>
        <translation>The first time takes a few seconds longer.</translation>
    </message>
</context>
<context>
    <name>PageHeader</name>
    <message>
        <source>这一页的帮助</source>
        <translation>Help for this page</translation>
    </message>
</context>
<context>
    <name>PaperMenu</name>
    <message>
        <source>存成 PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
</context>
<context>
    <name>ParcelCard</name>
    <message>
        <source>运单号（可扫码）</source>
        <translation>Waybill number (scan)</translation>
    </message>
    <message>
        <source>收件人电话</source>
        <translation>Recipient&apos;s phone</translation>
    </message>
    <message>
        <source>收件地址</source>
        <translation>Recipient&apos;s address</translation>
    </message>
    <message>
        <source>寄件人电话</source>
        <translation>Sender&apos;s phone</translation>
    </message>
    <message>
        <source>收件地址、寄件人</source>
        <translation>Address, sender</translation>
    </message>
    <message>
        <source>官方渠道（给客人看）</source>
        <translation>Official channels (to show)</translation>
    </message>
    <message>
        <source>是贵重或偏重件：按此回答「是」</source>
        <translation>Valuable or heavy: answer &quot;yes&quot;</translation>
    </message>
</context>
<context>
    <name>PassphrasePage</name>
    <message>
        <source>打开本机资料</source>
        <translation>Open this PC&apos;s data</translation>
    </message>
    <message>
        <source>本机资料是加密保存的，请输入开机口令。口令由店长保管。</source>
        <translation>The data on this PC is encrypted. Enter the passphrase; the manager keeps it.</translation>
    </message>
    <message>
        <source>开机口令</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>再输一遍</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>从备份恢复</source>
        <translation>Restore from a backup</translation>
    </message>
    <message>
        <source>定一个开机口令</source>
        <translation>Choose a passphrase for this PC</translation>
    </message>
    <message>
        <source>这台电脑上的资料会加密保存，以后每次打开都要输入它。请写下来，和电脑分开放：忘了，谁也打不开。</source>
        <translation>The data on this PC is kept encrypted and asks for it at every start. Write it down and keep it away from the PC: without it nobody can open the data.</translation>
    </message>
    <message>
        <source>至少 {n} 个字</source>
        <translation>At least {n} characters</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>口令太短，至少 {n} 个字。</source>
        <translation>Too short: at least {n} characters.</translation>
    </message>
    <message>
        <source>两次输入的不一样，请再输一遍。</source>
        <translation>The two are not the same; enter it again.</translation>
    </message>
    <message>
        <source>定下并打开</source>
        <translation>Use it and open</translation>
    </message>
    <message>
        <source>正在打开…</source>
        <translation>Opening…</translation>
    </message>
</context>
<context>
    <name>PassphraseTwice</name>
    <message>
        <source>{what}再输一遍</source>
        <translation>{what} once more</translation>
    </message>
    <message>
        <source>两次输入的不一样，请再输一遍。</source>
        <translation>The two are not the same; enter it again.</translation>
    </message>
</context>
<context>
    <name>PaymentRows</name>
    <message>
        <source>加一笔付款</source>
        <translation>Add a payment</translation>
    </message>
</context>
<context>
    <name>PhotoCard</name>
    <message>
        <source>照片</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>人、车、单据都可以拍。照片会缩小，拍摄地点等信息会去掉；也可以把图片拖到这里。</source>
        <translation>People, vehicles, papers: anything helps. Photos are made smaller; place and camera details are removed. You can drop pictures here.</translation>
    </message>
    <message>
        <source>添加照片</source>
        <translation>Add photos</translation>
    </message>
    <message>
        <source>粘贴图片</source>
        <translation>Paste a picture</translation>
    </message>
    <message>
        <source>正在处理…</source>
        <translation>Working…</translation>
    </message>
    <message>
        <source>图片</source>
        <translation>Pictures</translation>
    </message>
    <message>
        <source>选择照片</source>
        <translation>Choose photos</translation>
    </message>
    <message>
        <source>剪贴板里没有图片。</source>
        <translation>There is no picture on the clipboard.</translation>
    </message>
    <message>
        <source>请先复制一张图片再粘贴。</source>
        <translation>Copy a picture first, then paste.</translation>
    </message>
</context>
<context>
    <name>PhotoTile</name>
    <message>
        <source>照片 {0}</source>
        <translation>Photo {0}</translation>
    </message>
    <message>
        <source>去掉照片 {0}</source>
        <translation>Remove photo {0}</translation>
    </message>
    <message>
        <source>随上报发送</source>
        <translation>Goes with the alert</translation>
    </message>
    <message>
        <source>等待发送</source>
        <translation>Waiting to be sent</translation>
    </message>
    <message>
        <source>已送达</source>
        <translation>Delivered</translation>
    </message>
    <message>
        <source>没有被接收</source>
        <translation>Not accepted</translation>
    </message>
    <message>
        <source>已发 {0}%</source>
        <translation>{0}% sent</translation>
    </message>
    <message>
        <source>照片 {0}，{1}</source>
        <translation>Photo {0}, {1}</translation>
    </message>
</context>
<context>
    <name>PinDots</name>
    <message>
        <source>口令输入了 {n} 位</source>
        <translation>{n} digits entered</translation>
    </message>
</context>
<context>
    <name>PinForm</name>
    <message>
        <source>现在的口令</source>
        <translation>Present PIN</translation>
    </message>
    <message>
        <source>新口令</source>
        <translation>New PIN</translation>
    </message>
    <message>
        <source>4 到 8 位数字，不要告诉别人</source>
        <translation>4 to 8 digits; tell nobody</translation>
    </message>
    <message>
        <source>再输一遍新口令</source>
        <translation>New PIN again</translation>
    </message>
    <message>
        <source>换口令</source>
        <translation>Change PIN</translation>
    </message>
    <message>
        <source>不换了</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>请输入现在的口令。</source>
        <translation>Enter your present PIN.</translation>
    </message>
    <message>
        <source>口令要 4 到 8 位数字，请重填。</source>
        <translation>A PIN has 4 to 8 digits: type it again.</translation>
    </message>
    <message>
        <source>两次口令不一样，请重填。</source>
        <translation>The two PINs differ: type them again.</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>退格</source>
        <translation>Delete digit</translation>
    </message>
    <message>
        <source>登录</source>
        <translation>Sign in</translation>
    </message>
</context>
<context>
    <name>PosterCard</name>
    <message>
        <source>纸张</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>存成可打印的 PDF</source>
        <translation>Save a PDF to print</translation>
    </message>
    <message>
        <source>打印成海报</source>
        <translation>Print as a poster</translation>
    </message>
    <message>
        <source>带二维码，扫了只看到这段文字。</source>
        <translation>With a QR code that shows only these words.</translation>
    </message>
    <message>
        <source>提示卡</source>
        <translation>Cards</translation>
    </message>
</context>
<context>
    <name>PracticePanel</name>
    <message>
        <source>练习</source>
        <translation>Practice</translation>
    </message>
    <message>
        <source>店铺、人员和编号都是编的，随便试。</source>
        <translation>Shops, people and numbers are made up; try anything.</translation>
    </message>
    <message>
        <source>换一家店</source>
        <translation>Switch shop</translation>
    </message>
    <message>
        <source>店员口令</source>
        <translation>Clerks&apos; PINs</translation>
    </message>
    <message>
        <source>值班台网页</source>
        <translation>Duty desk page</translation>
    </message>
    <message>
        <source>值班台账号</source>
        <translation>Duty desk accounts</translation>
    </message>
</context>
<context>
    <name>PreferencesPage</name>
    <message>
        <source>只影响这台电脑。</source>
        <translation>For this PC only.</translation>
    </message>
    <message>
        <source>设置的各部分</source>
        <translation>Sections of the settings</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>外观与语言</source>
        <translation>Look, language</translation>
    </message>
    <message>
        <source>快捷键与收起</source>
        <translation>Keys, hiding</translation>
    </message>
    <message>
        <source>店铺</source>
        <translation>Shop</translation>
    </message>
    <message>
        <source>成员</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>接入值班台</source>
        <translation>Enrolment</translation>
    </message>
    <message>
        <source>网络</source>
        <translation>Network</translation>
    </message>
    <message>
        <source>存储与保留</source>
        <translation>Storage</translation>
    </message>
    <message>
        <source>备份与恢复</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>诊断文件</source>
        <translation>Diagnostics</translation>
    </message>
    <message>
        <source>关于</source>
        <translation>About</translation>
    </message>
</context>
<context>
    <name>PurposeStep</name>
    <message>
        <source>您照常接待，它在旁边帮您看</source>
        <translation>You serve as usual; this helps you notice</translation>
    </message>
    <message>
        <source>不点破</source>
        <translation>Say nothing</translation>
    </message>
    <message>
        <source>不对顾客说破，也不说您在做什么；像平常一样聊。</source>
        <translation>Do not say what you think or what you are doing; chat as usual.</translation>
    </message>
    <message>
        <source>不阻拦</source>
        <translation>Stop no one</translation>
    </message>
    <message>
        <source>不拦人、不拿手机、不翻包；拖一拖、问一问就够了。</source>
        <translation>Do not stop people, take phones or search bags; taking time and asking is enough.</translation>
    </message>
    <message>
        <source>不扩散</source>
        <translation>Share nothing</translation>
    </message>
    <message>
        <source>姓名、照片、证件号不发群、不外传，只走这里。</source>
        <translation>Names, photos and numbers go into no group chat, only here.</translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message>
        <source>顺口问：{ask}</source>
        <translation>Ask in passing: {ask}</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>不清楚</source>
        <translation>Not sure</translation>
    </message>
    <message>
        <source>还没有回答</source>
        <translation>not answered yet</translation>
    </message>
</context>
<context>
    <name>QuestionList</name>
    <message>
        <source>先看这几条</source>
        <translation>Look at these first</translation>
    </message>
    <message>
        <source>让人放心的情况</source>
        <translation>Reassuring signs</translation>
    </message>
</context>
<context>
    <name>QuickHide</name>
    <message>
        <source>{time} 以后再试</source>
        <translation>Again after {time}</translation>
    </message>
    <message>
        <source>没有成功，请再试一次</source>
        <translation>That did not work, please try again</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>收起画面  {key}</source>
        <translation>Hide  {key}</translation>
    </message>
    <message>
        <source>收起画面</source>
        <translation>Tidy the screen away</translation>
    </message>
    <message>
        <source>柜台助手</source>
        <translation>Counter Aid</translation>
    </message>
    <message>
        <source>接待与核对</source>
        <translation>Serving and checking</translation>
    </message>
    <message>
        <source>退出登录</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <source>锁上</source>
        <translation>Lock</translation>
    </message>
</context>
<context>
    <name>ReadoutCard</name>
    <message>
        <source>接通后照着念，声音放平常</source>
        <translation>Read this out in an ordinary voice</translation>
    </message>
    <message>
        <source>打 110 时念的话</source>
        <translation>What to read out to 110</translation>
    </message>
</context>
<context>
    <name>RecordFilters</name>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>未送达</source>
        <translation>Not sent</translation>
    </message>
    <message>
        <source>处理中</source>
        <translation>In hand</translation>
    </message>
    <message>
        <source>待领奖</source>
        <translation>To claim</translation>
    </message>
    <message>
        <source>已办结</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>搜索编号、内容或进度</source>
        <translation>Search number, text or progress</translation>
    </message>
</context>
<context>
    <name>RecordPanel</name>
    <message>
        <source>练过</source>
        <translation>Tried</translation>
    </message>
    <message>
        <source>答对</source>
        <translation>Right</translation>
    </message>
    <message>
        <source>连续练习</source>
        <translation>In a row</translation>
    </message>
    <message>
        <source>只有您自己登录后能看到，不上报，也不影响奖励。</source>
        <translation>Only you can see this; it is not reported and does not affect rewards.</translation>
    </message>
    <message>
        <source>还没有练过</source>
        <translation>Nothing practised yet</translation>
    </message>
    <message>
        <source>练一次大约一分钟，做完就知道为什么。</source>
        <translation>A drill takes about a minute and tells you why.</translation>
    </message>
    <message>
        <source>开始第一练</source>
        <translation>Start the first drill</translation>
    </message>
    <message>
        <source>每月练习次数</source>
        <translation>Drills by month</translation>
    </message>
    <message>
        <source>最近练的</source>
        <translation>Latest</translation>
    </message>
    <message>
        <source>共 {n} 次</source>
        <translation>{n} in all</translation>
    </message>
    <message>
        <source>已掌握 {n} 个</source>
        <translation>{n} mastered</translation>
    </message>
    <message numerus="yes">
        <source>{n} 个月</source>
        <translation>
            <numerusform>{n} month</numerusform>
            <numerusform>{n} months</numerusform>
        </translation>
    </message>
    <message>
        <source>上次 {when}</source>
        <translation>Last: {when}</translation>
    </message>
    <message>
        <source>再练一次</source>
        <translation>Once more</translation>
    </message>
</context>
<context>
    <name>RecordsPage</name>
    <message>
        <source>记录</source>
        <translation>Records</translation>
    </message>
    <message>
        <source>每一条都能看到进度和奖励。</source>
        <translation>Progress and reward of each one.</translation>
    </message>
    <message>
        <source>立即同步</source>
        <translation>Sync now</translation>
    </message>
    <message>
        <source>涉及金额</source>
        <translation>Amount involved</translation>
    </message>
    <message>
        <source>记录列表</source>
        <translation>List of records</translation>
    </message>
    <message>
        <source>记录没有读出来</source>
        <translation>The records could not be read</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>没有找到</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>换个词，或看全部记录。</source>
        <translation>Try another word, or show all records.</translation>
    </message>
    <message>
        <source>看全部</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>还没有记录</source>
        <translation>No records yet</translation>
    </message>
    <message>
        <source>做完一次核对并提交后，会出现在这里。</source>
        <translation>They appear here after the first checklist sent.</translation>
    </message>
    <message>
        <source>去核对</source>
        <translation>To the checklist</translation>
    </message>
    <message>
        <source>正在读取…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>还有 {0} 条没有送达</source>
        <translation>{0} not delivered yet</translation>
    </message>
    <message>
        <source>都已送达</source>
        <translation>All delivered</translation>
    </message>
    <message>
        <source>有 {0} 条警方还没有收到，急的请拨 110</source>
        <translation>The police do not have {0} yet; dial 110 if urgent</translation>
    </message>
</context>
<context>
    <name>RefusedLineCard</name>
    <message>
        <source>这一条没有被接收，警方没有收到</source>
        <translation>This line was not accepted; the police do not have it</translation>
    </message>
    <message>
        <source>「{words}」</source>
        <translation>&quot;{words}&quot;</translation>
    </message>
    <message>
        <source>改好的内容</source>
        <translation>Corrected text</translation>
    </message>
    <message>
        <source>改好后在这里写</source>
        <translation>Write it corrected here</translation>
    </message>
    <message>
        <source>改后再发</source>
        <translation>Send corrected</translation>
    </message>
    <message>
        <source>不再发</source>
        <translation>Leave it</translation>
    </message>
</context>
<context>
    <name>RefusedPart</name>
    <message>
        <source>这一条没有被接收，已改好重新上报</source>
        <translation>Not accepted; corrected and reported anew</translation>
    </message>
    <message>
        <source>请看新的一条。</source>
        <translation>See the new one.</translation>
    </message>
    <message>
        <source>看新的一条</source>
        <translation>Open the new one</translation>
    </message>
    <message>
        <source>这一条没有被接收</source>
        <translation>This report was not accepted</translation>
    </message>
    <message>
        <source>内容都还在：点「改好重报」，改好后作为新的一条上报；紧急的请先拨 110。</source>
        <translation>Everything is still here: press &quot;Correct and report&quot;, put it right and report it anew. If it is urgent, dial 110 first.</translation>
    </message>
    <message>
        <source>继续改</source>
        <translation>Go on correcting</translation>
    </message>
    <message>
        <source>改好重报</source>
        <translation>Correct and report</translation>
    </message>
    <message>
        <source>这一条不再发</source>
        <translation>This line will not be sent</translation>
    </message>
</context>
<context>
    <name>RegisterEntryLine</name>
    <message>
        <source>其中现金 {cash}</source>
        <translation>{cash} in cash</translation>
    </message>
    <message>
        <source>没有现金</source>
        <translation>no cash</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Restore</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
</context>
<context>
    <name>RegisterExport</name>
    <message>
        <source>登记里还没有内容</source>
        <translation>The register is still empty</translation>
    </message>
    <message numerus="yes">
        <source>已导出 {0} 笔</source>
        <translation>
            <numerusform>{0} entry exported</numerusform>
            <numerusform>{0} entries exported</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegisterForm</name>
    <message>
        <source>卖出</source>
        <translation>Sale</translation>
    </message>
    <message>
        <source>回收</source>
        <translation>Buy-back</translation>
    </message>
    <message>
        <source>卖出还是回收</source>
        <translation>Sale or buy-back</translation>
    </message>
    <message>
        <source>可以写 1.5万、12800</source>
        <translation>e.g. 12800</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>其中现金</source>
        <translation>In cash</translation>
    </message>
    <message>
        <source>没有现金就空着；外币按当日牌价折算</source>
        <translation>Leave empty for none; foreign notes at the day&apos;s rate</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>证件号码</source>
        <translation>Identity number</translation>
    </message>
    <message>
        <source>手机号</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>付款账户</source>
        <translation>Payer&apos;s account</translation>
    </message>
    <message>
        <source>店员记号</source>
        <translation>Clerk&apos;s mark</translation>
    </message>
    <message>
        <source>认得是同一位客人，就写同一个记号</source>
        <translation>The same mark for a customer you know again</translation>
    </message>
    <message>
        <source>例如：红外套</source>
        <translation>e.g. red coat</translation>
    </message>
    <message>
        <source>记下</source>
        <translation>Write down</translation>
    </message>
    <message>
        <source>先不记</source>
        <translation>Not now</translation>
    </message>
    <message>
        <source>记一笔</source>
        <translation>New entry</translation>
    </message>
    <message>
        <source>证件号、手机号、账户、记号有一样，就能与这位客人的其他笔合计。</source>
        <translation>With any of identity number, phone, account or mark, entries of one customer are added up.</translation>
    </message>
</context>
<context>
    <name>RegisterPage</name>
    <message>
        <source>本店自己的销售登记，只存在这台电脑上，不会发出去。</source>
        <translation>The shop&apos;s own sales register. It stays on this PC and is never sent.</translation>
    </message>
    <message>
        <source>记一笔</source>
        <translation>New entry</translation>
    </message>
    <message>
        <source>记一笔  {key}</source>
        <translation>New entry  {key}</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>已作废这一笔</source>
        <translation>Entry voided</translation>
    </message>
    <message>
        <source>已恢复这一笔</source>
        <translation>Entry restored</translation>
    </message>
    <message>
        <source>已记为报送</source>
        <translation>Marked as reported</translation>
    </message>
    <message>
        <source>已改回未报送</source>
        <translation>Back to not reported</translation>
    </message>
    <message>
        <source>已登记</source>
        <translation>Entry saved</translation>
    </message>
    <message>
        <source>登记没有读出来</source>
        <translation>The register could not be read</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>没有记下，填的内容还在</source>
        <translation>Not saved; what you typed is still here</translation>
    </message>
    <message>
        <source>没有改成，还是原来的样子</source>
        <translation>Nothing was changed</translation>
    </message>
</context>
<context>
    <name>RegisterPaper</name>
    <message>
        <source>销售登记</source>
        <translation>Sales register</translation>
    </message>
    <message>
        <source>登记单</source>
        <translation>Sheet</translation>
    </message>
</context>
<context>
    <name>RegisterPerson</name>
    <message>
        <source>没有留下标识的客人</source>
        <translation>Unidentified customer</translation>
    </message>
    <message>
        <source>（回收）</source>
        <translation> (buy-back)</translation>
    </message>
    <message>
        <source>现金合计 {cash}</source>
        <translation>Cash {cash}</translation>
    </message>
    <message>
        <source>再记一笔</source>
        <translation>One more</translation>
    </message>
    <message>
        <source>再记一笔 {who}</source>
        <translation>One more for {who}</translation>
    </message>
</context>
<context>
    <name>RegisterPrice</name>
    <message>
        <source>已记下今天的参考金价</source>
        <translation>Today&apos;s price is kept</translation>
    </message>
</context>
<context>
    <name>RegisterSections</name>
    <message>
        <source>今日现金</source>
        <translation>Cash today</translation>
    </message>
    <message>
        <source>待报送</source>
        <translation>To report</translation>
    </message>
    <message>
        <source>最近期限</source>
        <translation>Next deadline</translation>
    </message>
    <message>
        <source>同一位客人同一天现金满 10 万元（含），自交易日起 5 个工作日内报送大额交易报告；以监管口径为准。</source>
        <translation>Cash of CNY 100,000 or more from one customer in one day must be reported within five working days of the sale; the regulator has the last word.</translation>
    </message>
    <message>
        <source>只合计这台电脑上的登记：几台电脑或分店请自行相加。身份资料与交易记录至少保存 10 年。</source>
        <translation>Only entries on this PC are added up: add those of other PCs and branches yourself. Keep identity and sales records for at least 10 years.</translation>
    </message>
    <message>
        <source>待报送的大额现金</source>
        <translation>Large cash to report</translation>
    </message>
    <message>
        <source>今天的客人</source>
        <translation>Today&apos;s customers</translation>
    </message>
    <message>
        <source>今天作废的</source>
        <translation>Void today</translation>
    </message>
    <message>
        <source>近来已报送</source>
        <translation>Recent reports</translation>
    </message>
    <message>
        <source>再看 {n} 位客人</source>
        <translation>More customers: {n}</translation>
    </message>
    <message>
        <source>记第一笔</source>
        <translation>First entry</translation>
    </message>
    <message>
        <source>记下金额和现金，同一位客人当天的现金会自动合计。</source>
        <translation>Enter amount and cash; a customer&apos;s cash for the day adds up automatically.</translation>
    </message>
    <message>
        <source>今天还没有登记</source>
        <translation>Nothing in the register today</translation>
    </message>
</context>
<context>
    <name>RegisterStrip</name>
    <message>
        <source>查本店登记</source>
        <translation>Look up in the register</translation>
    </message>
    <message>
        <source>证件号码或手机号</source>
        <translation>Identity number or phone</translation>
    </message>
    <message>
        <source>查一查</source>
        <translation>Look up</translation>
    </message>
    <message>
        <source>记入登记</source>
        <translation>Write into the register</translation>
    </message>
</context>
<context>
    <name>RegisterTask</name>
    <message>
        <source>没有留下标识的客人</source>
        <translation>Customer without any number</translation>
    </message>
    <message>
        <source>{who} · 现金 {cash}</source>
        <translation>{who} · cash {cash}</translation>
    </message>
    <message>
        <source>已报送</source>
        <translation>Reported</translation>
    </message>
    <message>
        <source>已过期限</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>今天到期</source>
        <translation>Due today</translation>
    </message>
    <message numerus="yes">
        <source>还有 {n} 天</source>
        <translation>
            <numerusform>{n} day left</numerusform>
            <numerusform>{n} days left</numerusform>
        </translation>
    </message>
    <message>
        <source>改回未报送</source>
        <translation>Mark as not reported</translation>
    </message>
    <message>
        <source>已向监测中心报送</source>
        <translation>Reported to the centre</translation>
    </message>
    <message>
        <source>卖出</source>
        <translation>Sale</translation>
    </message>
    <message>
        <source>回收</source>
        <translation>Buy-back</translation>
    </message>
    <message>
        <source>{kind} {n} 笔</source>
        <translation>{kind} × {n}</translation>
    </message>
    <message>
        <source>{day} {counted}，报送期限 {last}</source>
        <translation>{day} {counted}, report by {last}</translation>
    </message>
    <message>
        <source>期限跨到还没收录放假安排的年份，只按周末推算，请再核对。</source>
        <translation>The deadline runs into a year whose holidays are not known here yet: counted by weekends only, please check.</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>证件号码</source>
        <translation>Identity number</translation>
    </message>
    <message>
        <source>联系方式</source>
        <translation>contact</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>身份资料还缺：{what}</source>
        <translation>Identity data still missing: {what}</translation>
    </message>
    <message>
        <source>{who} 于 {when} 记为已报送</source>
        <translation>Marked as reported by {who}, {when}</translation>
    </message>
</context>
<context>
    <name>RelatedStories</name>
    <message>
        <source>相关案例</source>
        <translation>Cases like this</translation>
    </message>
    <message>
        <source>教学情景</source>
        <translation>Composed</translation>
    </message>
</context>
<context>
    <name>ReleaseBar</name>
    <message>
        <source>熟客，往来正常</source>
        <translation>Known customer, ordinary business</translation>
    </message>
    <message>
        <source>用途说得清</source>
        <translation>Clear purpose</translation>
    </message>
    <message>
        <source>家人在场或已联系上</source>
        <translation>Family here or contacted</translation>
    </message>
    <message>
        <source>手续和证件都对得上</source>
        <translation>Papers are in order</translation>
    </message>
    <message>
        <source>其他，问过放心</source>
        <translation>Other; asked, all fine</translation>
    </message>
    <message>
        <source>可以对客人说：“耽误您了，给您登记了积分，您慢走。”</source>
        <translation>You could say: &quot;Sorry for the wait; I have added your points.&quot;</translation>
    </message>
    <message>
        <source>可以对客人说：“耽误您了，给您加固好了，单子您收好。”</source>
        <translation>You could say: &quot;Sorry for the wait; it is packed well, here is your receipt.&quot;</translation>
    </message>
    <message>
        <source>可以对客人说：“查清楚了，有事随时来问，不着急。”</source>
        <translation>You could say: &quot;All clear; do come and ask any time.&quot;</translation>
    </message>
    <message>
        <source>可以对客人说：“耽误您了，都办好了，钱请当面点清。”</source>
        <translation>You could say: &quot;Sorry for the wait; done, please count it here.&quot;</translation>
    </message>
    <message>
        <source>为什么可以放行？点一下就放行</source>
        <translation>Why is it fine? One tap completes it</translation>
    </message>
    <message>
        <source>再看看</source>
        <translation>Keep looking</translation>
    </message>
    <message>
        <source>可以对客人说：“让您久等了，都办好了，您慢走。”</source>
        <translation>You could say: &quot;Sorry for the wait, all done. Take care.&quot;</translation>
    </message>
</context>
<context>
    <name>RestorePage</name>
    <message>
        <source>从备份恢复</source>
        <translation>Restore from a backup</translation>
    </message>
    <message>
        <source>整个备份先核对一遍，没有问题才动这台电脑上的资料；原来有的移到旁边，不会删掉。</source>
        <translation>The whole backup is checked before anything on this PC is touched; what was there is moved aside, never deleted.</translation>
    </message>
    <message>
        <source>备份文件</source>
        <translation>Backup file</translation>
    </message>
    <message>
        <source>U 盘上以 .cwbackup 结尾的文件</source>
        <translation>The file on the stick that ends in .cwbackup</translation>
    </message>
    <message>
        <source>备份口令</source>
        <translation>Backup passphrase</translation>
    </message>
    <message>
        <source>做备份时定的那一个</source>
        <translation>The one chosen when the backup was made</translation>
    </message>
    <message>
        <source>选择…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>选择备份文件</source>
        <translation>Choose a backup file</translation>
    </message>
    <message>
        <source>核对并恢复</source>
        <translation>Check and restore</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>正在核对和恢复…</source>
        <translation>Checking and restoring…</translation>
    </message>
    <message>
        <source>请选择备份文件。</source>
        <translation>Choose a backup file.</translation>
    </message>
    <message>
        <source>请输入备份口令。</source>
        <translation>Enter the backup passphrase.</translation>
    </message>
    <message>
        <source>恢复出来的资料会先和值班台核对：送出过的不会再送第二遍，没送达的接着送。</source>
        <translation>The restored data is compared with the duty desk first: nothing is sent twice, what never arrived is sent.</translation>
    </message>
    <message>
        <source>备份以后才上报的，值班台那里都有，但不会出现在这里的记录里。</source>
        <translation>What was reported after the backup is with the duty desk, but not in these records.</translation>
    </message>
    <message>
        <source>没有系统钥匙串的电脑，以后的开机口令就是这个备份口令。</source>
        <translation>Where the PC has no system keyring, this backup&apos;s passphrase opens its data from then on.</translation>
    </message>
    <message>
        <source>旧电脑不要再用；丢了的，请值班台停用它。</source>
        <translation>Stop using the old PC; if it is lost, ask the duty desk to revoke it.</translation>
    </message>
</context>
<context>
    <name>RestoreSteps</name>
    <message>
        <source>真的要恢复时</source>
        <translation>When you really have to restore</translation>
    </message>
    <message>
        <source>在新电脑上装好本程序，第一次打开时点「从备份恢复」，选备份文件，输入备份口令。</source>
        <translation>Install this program on the new PC; when it opens for the first time choose &quot;Restore from a backup&quot;, the file, and type the backup passphrase.</translation>
    </message>
    <message>
        <source>恢复出来的资料先和值班台核对：备份以后送出过的不会再送第二遍，没送达的接着送。</source>
        <translation>The restored data is compared with the duty desk first: what was sent since the backup is not sent twice, what never arrived is sent.</translation>
    </message>
    <message>
        <source>备份以后才上报的，值班台那里都有，但不会出现在恢复出来的记录里。</source>
        <translation>What was reported after the backup is with the duty desk, but not in the restored records.</translation>
    </message>
    <message>
        <source>旧电脑不要再用；丢了的，请值班台停用它，再到「接入值班台」里重新登记。</source>
        <translation>Stop using the old PC; if it is lost, ask the duty desk to revoke it, then enrol again under &quot;Enrolment&quot;.</translation>
    </message>
    <message>
        <source>{n}. {words}</source>
        <translation>{n}. {words}</translation>
    </message>
</context>
<context>
    <name>ReviewFooter</name>
    <message>
        <source>离线也可以提交，联网后自动送达。</source>
        <translation>Works offline too; it is delivered once there is a connection.</translation>
    </message>
    <message>
        <source>提交</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>去第一项</source>
        <translation>Go to the first</translation>
    </message>
    <message>
        <source>正在提交…</source>
        <translation>Sending…</translation>
    </message>
    <message>
        <source>未保存：{0}</source>
        <translation>Not saved: {0}</translation>
    </message>
    <message>
        <source>还有 {0} 项要填或要改</source>
        <translation>{0} still to fill in or correct</translation>
    </message>
    <message>
        <source>还有 {0} 项要填或要改：{1}</source>
        <translation>{0} still to fill in or correct: {1}</translation>
    </message>
    <message>
        <source>正在保存…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>已保存，可以提交</source>
        <translation>Saved, ready to send</translation>
    </message>
</context>
<context>
    <name>ReviewSide</name>
    <message>
        <source>按回答算出来是「{0}」</source>
        <translation>The answers give: {0}</translation>
    </message>
    <message>
        <source>请写一句为什么降一级</source>
        <translation>Say in a line why one level lower</translation>
    </message>
    <message>
        <source>场合</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>店铺地址</source>
        <translation>Shop address</translation>
    </message>
    <message>
        <source>人还在吗</source>
        <translation>Is the person still here?</translation>
    </message>
    <message>
        <source>钱或东西到哪一步</source>
        <translation>Where are the money or goods?</translation>
    </message>
    <message>
        <source>一句话说明</source>
        <translation>In one sentence</translation>
    </message>
    <message>
        <source>有了</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>还缺</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>级别</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>为什么降一级</source>
        <translation>Why one level lower</translation>
    </message>
    <message>
        <source>例如：家人到场，用途清楚</source>
        <translation>e.g. family came, purpose is clear</translation>
    </message>
    <message>
        <source>主要依据</source>
        <translation>Main reasons</translation>
    </message>
    <message>
        <source>紧急时只要这五样</source>
        <translation>When urgent, only these five</translation>
    </message>
    <message>
        <source>其余可以提交后再补。</source>
        <translation>The rest can follow after sending.</translation>
    </message>
</context>
<context>
    <name>RewardCard</name>
    <message>
        <source>正在领取…</source>
        <translation>Claiming…</translation>
    </message>
    <message>
        <source>领取</source>
        <translation>Claim</translation>
    </message>
    <message>
        <source>还没有领到</source>
        <translation>Not claimed yet</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>来自记录 {0} · {1}更新</source>
        <translation>From record {0} · updated {1}</translation>
    </message>
    <message>
        <source>看这条记录</source>
        <translation>Show this record</translation>
    </message>
    <message>
        <source>看全幅</source>
        <translation>Full size</translation>
    </message>
    <message>
        <source>请在 {0} 前领取</source>
        <translation>Please claim before {0}</translation>
    </message>
    <message>
        <source>领取期限 {0} 已过，请问值班台</source>
        <translation>The last day to claim, {0}, has gone by: ask the duty desk</translation>
    </message>
    <message>
        <source>已登记领取，等发放</source>
        <translation>Claim noted, to be paid</translation>
    </message>
</context>
<context>
    <name>RewardsScreen</name>
    <message>
        <source>奖励</source>
        <translation>Rewards</translation>
    </message>
    <message>
        <source>只有您自己登录后能看到。</source>
        <translation>Only you can see this.</translation>
    </message>
    <message>
        <source>待领取</source>
        <translation>To claim</translation>
    </message>
    <message>
        <source>已发放</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>办理中</source>
        <translation>In progress</translation>
    </message>
    <message>
        <source>每月发放的现金</source>
        <translation>Cash paid by month</translation>
    </message>
    <message>
        <source>每月发放（元）</source>
        <translation>Paid by month (CNY)</translation>
    </message>
    <message>
        <source>正在读取…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>回到接待台</source>
        <translation>Back to the counter</translation>
    </message>
    <message>
        <source>奖励没有读出来</source>
        <translation>The rewards could not be read</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>还没有奖励</source>
        <translation>No rewards yet</translation>
    </message>
    <message>
        <source>认真核对就好。有了会出现在这里，也会提醒您。</source>
        <translation>Just keep checking with care. They appear here and you will be told.</translation>
    </message>
    <message>
        <source>登录后能看到自己的奖励</source>
        <translation>Sign in to see your rewards</translation>
    </message>
    <message>
        <source>{0} 笔</source>
        <translation>{0}</translation>
    </message>
    <message>
        <source>已登记领取 {0}</source>
        <translation>Claim noted: {0}</translation>
    </message>
</context>
<context>
    <name>SayBar</name>
    <message>
        <source>补充</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>更正</source>
        <translation>Correct</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>要做什么</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>更正哪一条</source>
        <translation>Which one to correct</translation>
    </message>
    <message>
        <source>补充一句</source>
        <translation>Add a line</translation>
    </message>
    <message>
        <source>补充一句，例如车牌、去向、新的情况</source>
        <translation>Add a line, e.g. number plate, where they went, what is new</translation>
    </message>
    <message>
        <source>更正的内容</source>
        <translation>Correction</translation>
    </message>
    <message>
        <source>写下正确的内容</source>
        <translation>Correct wording</translation>
    </message>
    <message>
        <source>原来的一条和更正都会留着，警方两条都看得到。</source>
        <translation>The original and the correction both stay; the police see both.</translation>
    </message>
    <message>
        <source>撤回的原因</source>
        <translation>Reason for taking it back</translation>
    </message>
    <message>
        <source>为什么撤回，例如弄错了人</source>
        <translation>Why, e.g. it was a mix-up</translation>
    </message>
    <message>
        <source>撤回后警方仍会核实，由民警决定是否结束；之后只能再补充情况。</source>
        <translation>The police still check it and decide whether it ends; afterwards you can only add facts.</translation>
    </message>
</context>
<context>
    <name>Saying</name>
    <message>
        <source>马上撤回这一条</source>
        <translation>Taking this report back</translation>
    </message>
</context>
<context>
    <name>ScannedPage</name>
    <message>
        <source>扫到一个运单号，要办什么？</source>
        <translation>A waybill number was scanned: what is it for?</translation>
    </message>
    <message>
        <source>回接待台</source>
        <translation>Back to the counter</translation>
    </message>
    <message>
        <source>这个单号以前登过</source>
        <translation>This number was noted before</translation>
    </message>
    <message>
        <source>运单</source>
        <translation>Waybill</translation>
    </message>
    <message>
        <source>正在查…</source>
        <translation>Looking it up…</translation>
    </message>
    <message>
        <source>没填完</source>
        <translation>Not finished</translation>
    </message>
    <message>
        <source>已上报</source>
        <translation>Reported</translation>
    </message>
    <message>
        <source>只留在本机</source>
        <translation>Kept on this PC</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>Scanning</name>
    <message>
        <source>扫到的不像运单号，请再扫一次</source>
        <translation>That does not look like a waybill number: scan again</translation>
    </message>
    <message>
        <source>扫码枪没有以回车结尾，这次没有采用；请在扫码枪上打开「回车」后缀</source>
        <translation>The scanner did not end with Enter, so nothing was taken: switch its Enter suffix on</translation>
    </message>
</context>
<context>
    <name>Section</name>
    <message>
        <source>再试一次</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>SectionStrip</name>
    <message>
        <source>上一段</source>
        <translation>Part before</translation>
    </message>
    <message>
        <source>下一段</source>
        <translation>Part after</translation>
    </message>
    <message>
        <source>到：{part}</source>
        <translation>Go to: {part}</translation>
    </message>
</context>
<context>
    <name>SettingMenu</name>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>场景：{name}</source>
        <translation>Checklist: {name}</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>{n} 条没看过</source>
        <translation>{n} unread</translation>
    </message>
    <message>
        <source>接待台</source>
        <translation>Counter</translation>
    </message>
    <message>
        <source>核对</source>
        <translation>Checklist</translation>
    </message>
    <message>
        <source>记录</source>
        <translation>Records</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>通报</source>
        <translation>Bulletins</translation>
    </message>
    <message>
        <source>学习</source>
        <translation>Learn</translation>
    </message>
    <message>
        <source>奖励与表彰</source>
        <translation>Rewards</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
</context>
<context>
    <name>ShopSection</name>
    <message>
        <source>这台电脑还没有登记到店里</source>
        <translation>This PC belongs to no shop yet</translation>
    </message>
    <message>
        <source>去登记</source>
        <translation>To enrolment</translation>
    </message>
    <message>
        <source>到「接入值班台」里填服务地址和登记码。</source>
        <translation>Enter the service address and code under &quot;Enrolment&quot;.</translation>
    </message>
    <message>
        <source>本店</source>
        <translation>This shop</translation>
    </message>
    <message>
        <source>店名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>行业</source>
        <translation>Trade</translation>
    </message>
    <message>
        <source>商户号</source>
        <translation>Merchant number</translation>
    </message>
    <message>
        <source>地址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>这台电脑</source>
        <translation>This PC</translation>
    </message>
    <message>
        <source>登记时间</source>
        <translation>Enrolled on</translation>
    </message>
    <message>
        <source>店名、地址、电话由值班台维护；有变动请告诉值班台。</source>
        <translation>The duty desk keeps name, address and phone: tell them of any change.</translation>
    </message>
    <message>
        <source>有事找谁</source>
        <translation>Whom to ask</translation>
    </message>
    <message>
        <source>负责的单位</source>
        <translation>Unit in charge</translation>
    </message>
    <message>
        <source>例如：东园派出所</source>
        <translation>Such as Dongyuan police station</translation>
    </message>
    <message>
        <source>联系方式</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>例如：工作群、社区民警</source>
        <translation>Such as a work group or the community officer</translation>
    </message>
    <message>
        <source>官方咨询电话</source>
        <translation>Official enquiry phone</translation>
    </message>
    <message>
        <source>紧急的事仍请拨 110</source>
        <translation>For anything urgent still dial 110</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>值班台</source>
        <translation>Duty desk</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>服务地址</source>
        <translation>Service address</translation>
    </message>
    <message>
        <source>识别码</source>
        <translation>Fingerprint</translation>
    </message>
    <message>
        <source>识别码可以打电话和值班台核对。</source>
        <translation>The fingerprint can be compared with the duty desk by phone.</translation>
    </message>
    <message>
        <source>值班台换了地址</source>
        <translation>The duty desk has moved</translation>
    </message>
    <message>
        <source>同一个值班台的新地址；对方先要证明是它，没有送达的内容不受影响。</source>
        <translation>A new address of the same desk; it must first prove that it is the same, and nothing waiting is affected.</translation>
    </message>
    <message>
        <source>换到这个地址</source>
        <translation>Use this address</translation>
    </message>
    <message>
        <source>{name}（{id}）</source>
        <translation>{name} ({id})</translation>
    </message>
    <message>
        <source>黄金珠宝</source>
        <translation>Gold and jewellery</translation>
    </message>
    <message>
        <source>寄递</source>
        <translation>Courier</translation>
    </message>
    <message>
        <source>银行网点</source>
        <translation>Bank branch</translation>
    </message>
    <message>
        <source>骑手</source>
        <translation>Riders</translation>
    </message>
    <message>
        <source>物业</source>
        <translation>Property</translation>
    </message>
    <message>
        <source>社区</source>
        <translation>Community</translation>
    </message>
    <message>
        <source>志愿者</source>
        <translation>Volunteers</translation>
    </message>
    <message>
        <source>已保存</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>请填写新的服务地址。</source>
        <translation>Enter the new service address.</translation>
    </message>
    <message>
        <source>已换到新地址</source>
        <translation>The new address is in use</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>您是哪一位？</source>
        <translation>Who are you?</translation>
    </message>
    <message>
        <source>已锁上，画面和草稿都还在。</source>
        <translation>Locked; screen and drafts are as you left them.</translation>
    </message>
    <message>
        <source>还没有店员</source>
        <translation>No clerks yet</translation>
    </message>
    <message>
        <source>请值班台给本店添加店员，联网后会出现在这里。</source>
        <translation>Ask the duty desk to add clerks; they appear here once connected.</translation>
    </message>
    <message>
        <source>先点一下您的名字</source>
        <translation>Tap your name first</translation>
    </message>
    <message>
        <source>{name}，请输入口令</source>
        <translation>{name}, enter your PIN</translation>
    </message>
    <message>
        <source>{name}，第一次使用</source>
        <translation>{name}, first time here</translation>
    </message>
    <message>
        <source>等待启用</source>
        <translation>to be activated</translation>
    </message>
    <message>
        <source>{time} 后可再试</source>
        <translation>try again after {time}</translation>
    </message>
</context>
<context>
    <name>SilentAlarm</name>
    <message>
        <source>好了</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>没有存上：{why} 请直接打电话。</source>
        <translation>Not saved: {why} Please call directly.</translation>
    </message>
    <message>
        <source>还没有送出，请直接打电话。</source>
        <translation>Not sent yet; please call directly.</translation>
    </message>
</context>
<context>
    <name>SituationForm</name>
    <message>
        <source>人还在吗</source>
        <translation>Is the person still here?</translation>
    </message>
    <message>
        <source>东西或钱到哪一步了</source>
        <translation>Where are the goods or the money?</translation>
    </message>
</context>
<context>
    <name>StorageSection</name>
    <message>
        <source>这台电脑上的资料</source>
        <translation>Data on this PC</translation>
    </message>
    <message>
        <source>文件夹</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>记录（加密）</source>
        <translation>Records (encrypted)</translation>
    </message>
    <message>
        <source>照片（加密）</source>
        <translation>Photos (encrypted)</translation>
    </message>
    <message>
        <source>升级前的备份</source>
        <translation>Copies before upgrades</translation>
    </message>
    <message>
        <source>磁盘还空着</source>
        <translation>Free on the disk</translation>
    </message>
    <message>
        <source>条数</source>
        <translation>Counts</translation>
    </message>
    <message>
        <source>个人信息留多久</source>
        <translation>How long personal details stay</translation>
    </message>
    <message>
        <source>送达以后过了这些天，个人信息会从这台电脑上抹掉；记录那一行、时间和结果都留着。没送达的不抹。</source>
        <translation>Personal details are erased from this PC this many days after delivery; the entry, its time and result stay. Undelivered ones are kept.</translation>
    </message>
    <message numerus="yes">
        <source>{n} 天</source>
        <translation>
            <numerusform>{n} day</numerusform>
            <numerusform>{n} days</numerusform>
        </translation>
    </message>
    <message>
        <source>敏感信息</source>
        <translation>Sensitive details</translation>
    </message>
    <message>
        <source>一般个人信息</source>
        <translation>Personal details</translation>
    </message>
    <message>
        <source>账号、证件号码。最长 7 天。</source>
        <translation>Accounts, document numbers. At most 7 days.</translation>
    </message>
    <message>
        <source>姓名、电话、经过、照片。最长 30 天。</source>
        <translation>Names, phones, stories, photos. At most 30 days.</translation>
    </message>
    <message>
        <source>现在就抹</source>
        <translation>Erase now</translation>
    </message>
    <message>
        <source>上报 {alerts}，补充 {supplements}，照片 {photos}，没写完的 {drafts}，登记 {sales}</source>
        <translation>Reports {alerts}, supplements {supplements}, photos {photos}, unfinished {drafts}, register {sales}</translation>
    </message>
    <message>
        <source>下一次会抹掉：敏感信息 {l3} 条，一般个人信息 {l2} 条。每小时自动看一次。</source>
        <translation>To erase next: sensitive details of {l3}, personal details of {l2} records. Checked every hour.</translation>
    </message>
    <message>
        <source>现在没有到期的。每小时自动看一次。</source>
        <translation>Nothing is due now. Checked every hour.</translation>
    </message>
    <message numerus="yes">
        <source>到现在抹过 {n} 条，它们的行都还在记录里。</source>
        <translation>
            <numerusform>Erased for {n} record so far; its line is still there.</numerusform>
            <numerusform>Erased for {n} records so far; their lines are still there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>抹好了 {n} 条，行都还在</source>
        <translation>
            <numerusform>Erased for {n} record; its line is still there</numerusform>
            <numerusform>Erased for {n} records; their lines are still there</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StoriesPanel</name>
    <message>
        <source>按人群看</source>
        <translation>By group</translation>
    </message>
    <message>
        <source>为教学编写的情景，不是真实案件</source>
        <translation>Composed for teaching, not a real case</translation>
    </message>
    <message>
        <source>真实案例</source>
        <translation>Real case</translation>
    </message>
    <message>
        <source>教学情景</source>
        <translation>Composed</translation>
    </message>
    <message>
        <source>怎么看出来的</source>
        <translation>What gave it away</translation>
    </message>
    <message>
        <source>记住</source>
        <translation>Remember</translation>
    </message>
    <message>
        <source>提示卡</source>
        <translation>Card</translation>
    </message>
    <message>
        <source>给客人看的提示卡：{title}</source>
        <translation>Card for the customer: {title}</translation>
    </message>
</context>
<context>
    <name>TableExport</name>
    <message numerus="yes">
        <source>已导出 {0} 条</source>
        <translation>
            <numerusform>{0} record exported</numerusform>
            <numerusform>{0} records exported</numerusform>
        </translation>
    </message>
    <message>
        <source>已停止，没有留下文件</source>
        <translation>Stopped; no file was left</translation>
    </message>
    <message>
        <source>{what}，在 {place}</source>
        <translation>{what}, in {place}</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>撤销  Ctrl+Z</source>
        <translation>Undo  Ctrl+Z</translation>
    </message>
    <message>
        <source>打开文件夹</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>文件夹打不开：{place}</source>
        <translation>The folder cannot be opened: {place}</translation>
    </message>
</context>
<context>
    <name>TransactionForm</name>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>¥ {value}</source>
        <translation>¥ {value}</translation>
    </message>
    <message>
        <source>{value} 克</source>
        <translation>{value} g</translation>
    </message>
</context>
<context>
    <name>TrayKeeper</name>
    <message>
        <source>{name}：有内容还没有送出</source>
        <translation>{name}: something is not sent yet</translation>
    </message>
    <message>
        <source>{name}：有新消息</source>
        <translation>{name}: something new</translation>
    </message>
    <message>
        <source>有新消息，方便时看一下。</source>
        <translation>Something new: look when it suits.</translation>
    </message>
</context>
<context>
    <name>WorkBar</name>
    <message>
        <source>停下</source>
        <translation>Stop</translation>
    </message>
</context>
<context>
    <name>_Clear</name>
    <message>
        <source>清空</source>
        <translation>Clear</translation>
    </message>
</context>
<context>
    <name>_Finder</name>
    <message>
        <source>摄像头的画面</source>
        <translation>What the camera sees</translation>
    </message>
    <message>
        <source>正在打开摄像头…</source>
        <translation>Turning the camera on…</translation>
    </message>
</context>
<context>
    <name>_PaymentRow</name>
    <message>
        <source>方式</source>
        <translation>How</translation>
    </message>
    <message>
        <source>谁付的</source>
        <translation>Paid by</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>这笔的金额</source>
        <translation>Amount of this payment</translation>
    </message>
    <message>
        <source>删掉这笔</source>
        <translation>Remove this payment</translation>
    </message>
</context>
</TS>
